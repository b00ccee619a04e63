import {
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
export function ownThingsOf(db: Reader, marks: OwnMarks, isSole: () => boolean): OwnThing[] {
  const all = things.flatMap((thing) => savingsOf(db, thing));
  if (all.length === 0) return [];
  const around = aroundOf(db, marks, isSole);
  const keepsArea = areasToKeep(db);
  return all.flatMap((saved): OwnThing[] => {
    const rows = saved.map(({ data }) => data);
    const isOwn = saved[0]?.thing === 'homeVisits' ? ownSavings(rows, marks, around) : [];
    const after = rows.map((row, index) =>
      isOwn[index] ? redactedVisit(row, keepsArea) : withoutOwnFields(row, marks, around),
    );
    const payloads = saved.flatMap(({ seq, data }, index) => {
      const left = after[index] ?? data;
      return canonicalJson(left) === canonicalJson(data) ? [] : [{ seq, data: left }];
    });
    const last = saved.at(-1);
    if (last === undefined || payloads.length === 0) return [];
    return [{ thing: last.thing, payloads, row: after.at(-1) ?? last.data }];
  });
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
