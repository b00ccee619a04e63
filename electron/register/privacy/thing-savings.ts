import type { Around, ThingFields } from '../../../shared/domain/digital-thing-redaction.ts';
import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import type { JournalEntry } from '../journal.ts';
import { sharedPhones } from './shared-phones.ts';

/** What digital support wrote down beside its cards, as it was saved each time. */

/** Who works in a team is of the office, and stays as its staff does. */
export const things = ['homeVisits', 'trainingClasses', 'digitalAssets', 'digitalFacilities'] as const;
export type Thing = (typeof things)[number];

interface Saving extends Pick<JournalEntry, 'at' | 'kind' | 'subject'> {
  seq: number;
  thing: Thing;
  data: ThingFields;
}

/** Savings of each row of this kind, in the order in which they were made; also of rows that were removed. */
export function savingsOf(db: Reader, thing: Thing): Saving[][] {
  const saved = prepared<Omit<Saving, 'thing' | 'data'> & { data: string }>(
    db,
    "SELECT seq, at, kind, subject, data FROM journal WHERE subject GLOB ? AND kind = 'digital.rowSaved' ORDER BY seq",
  )
    .all(`${thing}:*`)
    .map(({ data, ...entry }) => ({ ...entry, thing, data: JSON.parse(data) as ThingFields }));
  return [...Map.groupBy(saved, ({ subject }) => subject).values()];
}

/** What the register knows of others who might be meant. @param isSole asked once, where it has to be. */
export function aroundOf(db: Reader, marks: OwnMarks, isSole: () => boolean): Around {
  let answer: boolean | undefined;
  return {
    isSole: () => {
      answer ??= isSole();
      return answer;
    },
    shared: sharedPhones(db, marks),
  };
}
