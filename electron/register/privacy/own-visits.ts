import { officeTimeAt } from '../../../shared/domain/clock-time.ts';
import {
  type Around,
  isUnsure,
  ownSavings,
  type ThingFields,
} from '../../../shared/domain/digital-thing-redaction.ts';
import { type OwnMarks, withoutOthers } from '../../../shared/domain/own-data.ts';
import type { ToldEntry } from '../../../shared/personal-data.ts';
import type { Reader } from '../connection.ts';
import { savingsOf } from './thing-savings.ts';

/** Visits of digital support as their person is told of them: by the rule that also says what is erased as his. */

interface OwnVisits {
  /** Savings of visits that were to his house alone. */
  own: ToldEntry[];
  /** Visits that his telephone or name points to and that may be another's: nothing of them is told. */
  unsure: number;
}

export function visitsOf(db: Reader, marks: OwnMarks, around: Around): OwnVisits {
  const found: OwnVisits = { own: [], unsure: 0 };
  for (const saved of savingsOf(db, 'homeVisits')) {
    const rows = saved.map(({ data }) => data);
    const isOwn = ownSavings(rows, marks, around);
    for (const [index, { at, kind, subject, data }] of saved.entries())
      if (isOwn[index]) found.own.push({ at: officeTimeAt(at), kind, subject, data: toldVisit(data, marks) });
    if (isUnsure(rows, isOwn, marks)) found.unsure += 1;
  }
  return found;
}

/** Its address and telephone are those of his house; numbers of others in its words are not told. */
function toldVisit({ address, phone, ...rest }: ThingFields, marks: OwnMarks): unknown {
  return { ...(withoutOthers(rest, marks) as ThingFields), address, phone };
}
