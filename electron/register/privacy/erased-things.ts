import {
  isUnsure,
  ownSavings,
  redactedVisit,
  type ThingFields,
  withoutOwnFields,
} from '../../../shared/domain/digital-thing-redaction.ts';
import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import type { Reader, Writer } from '../connection.ts';
import { rewordThing } from '../digital/digital-things.ts';
import { canonicalJson, erasePayloads } from '../journal.ts';
import { areasToKeep } from './erased-digital.ts';
import type { Erasing } from './redacted-entries.ts';
import { aroundOf, savingsOf, type Thing, things } from './thing-savings.ts';

/** What digital support wrote down of somebody beside his card: visits to his house, gifts, what a class or a place says of him. */

/** A row that speaks of him, and what takes its place. */
export interface OwnThing {
  thing: Thing;
  /** Savings that spoke of him. */
  payloads: { seq: number; data: ThingFields }[];
  /** As it was saved last. */
  row: ThingFields;
}

/** @param isSole asked where a name alone points to him: whether nobody else goes by it. */
export function ownThingsOf(
  db: Reader,
  marks: OwnMarks,
  isSole: () => boolean,
): { things: OwnThing[]; unsureVisits: number } {
  const found = { things: [] as OwnThing[], unsureVisits: 0 };
  const all = things.flatMap((thing) => savingsOf(db, thing));
  if (all.length === 0) return found;
  const around = aroundOf(db, marks, isSole);
  const keepsArea = areasToKeep(db);
  for (const saved of all) {
    const rows = saved.map(({ data }) => data);
    const isVisit = saved[0]?.thing === 'homeVisits';
    const isOwn = isVisit ? ownSavings(rows, marks, around) : [];
    if (isVisit && isUnsure(rows, isOwn, marks)) found.unsureVisits += 1;
    const after = rows.map((row, index) =>
      isOwn[index] ? redactedVisit(row, keepsArea) : withoutOwnFields(row, marks, around),
    );
    const payloads = saved.flatMap(({ seq, data }, index) => {
      const left = after[index] ?? data;
      return canonicalJson(left) === canonicalJson(data) ? [] : [{ seq, data: left }];
    });
    const last = saved.at(-1);
    if (last === undefined || payloads.length === 0) continue;
    found.things.push({ thing: last.thing, payloads, row: after.at(-1) ?? last.data });
  }
  return found;
}

/** Takes him out of them; how often, when and how many were met stays. Answers how many entries changed. */
export function eraseOwnThings(
  tx: Writer,
  own: readonly OwnThing[],
  subject: string,
  erasing: Erasing,
): number {
  for (const { thing, row } of own) rewordThing(tx, thing, row);
  const payloads = own.flatMap((one) => one.payloads);
  return erasePayloads(tx, { ...erasing.entry, subject }, erasing.about, payloads);
}
