import {
  isOwnHousehold,
  redactedVisit,
  type ThingFields,
  withoutOwnFields,
} from '../../../shared/domain/digital-thing-redaction.ts';
import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { rewordThing } from '../digital/digital-things.ts';
import { canonicalJson, erasePayloads } from '../journal.ts';
import { areasToKeep } from './erased-digital.ts';
import type { Erasing } from './redacted-entries.ts';
import { sharedPhones } from './shared-phones.ts';

/** What digital support wrote down of somebody beside his card: visits to his house, gifts, what a class or a place says of him. */

/** Who works in a team is of the office, and stays as its staff does. */
const things = ['homeVisits', 'trainingClasses', 'digitalAssets', 'digitalFacilities'] as const;

/** A row that speaks of him, and what takes its place. */
export interface OwnThing {
  thing: (typeof things)[number];
  /** Savings that spoke of him. */
  payloads: { seq: number; data: ThingFields }[];
  /** As it was saved last. */
  row: ThingFields;
}

/** @param isSole asked where there is any such row: whether nobody else goes by his name. */
export function ownThingsOf(db: Reader, marks: OwnMarks, isSole: () => boolean): OwnThing[] {
  const all = things.flatMap((thing) => savingsOf(db, thing));
  if (all.length === 0) return [];
  const around = { isSole: isSole(), shared: sharedPhones(db, marks) };
  const keepsArea = areasToKeep(db);
  return [...Map.groupBy(all, ({ subject }) => subject).values()].flatMap((saved): OwnThing[] => {
    const called = ({ data }: Saving) => fold(String(data.household));
    const isVisit = saved[0]?.thing === 'homeVisits';
    // What another saving of the row calls so is the same house.
    const households = new Set(
      saved.filter(({ data }) => isVisit && isOwnHousehold(data, marks, around)).map(called),
    );
    const after = saved.map((one) =>
      isVisit && households.has(called(one))
        ? redactedVisit(one.data, keepsArea)
        : withoutOwnFields(one.data, marks, around),
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

interface Saving {
  thing: OwnThing['thing'];
  subject: string;
  seq: number;
  data: ThingFields;
}

function savingsOf(db: Reader, thing: OwnThing['thing']): Saving[] {
  return prepared<{ subject: string; seq: number; data: string }>(
    db,
    "SELECT subject, seq, data FROM journal WHERE subject GLOB ? AND kind = 'digital.rowSaved' ORDER BY seq",
  )
    .all(`${thing}:*`)
    .map(({ subject, seq, data }) => {
      return { thing, subject, seq, data: JSON.parse(data) };
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
