import { type CountedCase, hasTraits } from './case-membership.ts';
import { dayPlus } from './epoch-day.ts';
import type { CaseSet, CaseTraits, CountedPeriod, Period } from './statistics.ts';
import type { CaseTimes } from './timeliness.ts';

/**
 * Cases summed by month, so that a figure over years is read in a moment. A tally is the sum of what each case adds to it;
 * nothing else ever changes one, and they can be summed again at any time.
 */

/** What the columns of a tally count. */
export const tallyMeasures = {
  total: {},
  early: { ends: ['early'] },
  onTime: { ends: ['onTime'] },
  late: { ends: ['late'] },
  noDeadline: { ends: ['noDeadline'] },
  withResult: { outcome: 'result' },
  withdrawn: { outcome: 'withdrawn' },
  stopped: { outcome: 'stopped' },
  sameDay: { outcome: 'result', sameDay: true },
  digitalResult: { outcome: 'result', digitalResult: 'yes' },
  digitalResultKnown: { outcome: 'result', digitalResult: 'known' },
  digitalResultUnknown: { outcome: 'result', digitalResult: 'unknown' },
  digitised: { digitised: 'yes' },
  digitisedKnown: { digitised: 'known' },
  digitisedUnknown: { digitised: 'unknown' },
  fullOnline: { fullOnline: 'yes' },
  fullOnlineKnown: { fullOnline: 'known' },
  fullOnlineUnknown: { fullOnline: 'unknown' },
  dated: { hasDeadline: true },
  undated: { hasDeadline: false },
} as const satisfies Record<string, CaseTraits>;
export type TallyMeasure = keyof typeof tallyMeasures;
export const tallyMeasureNames = Object.keys(tallyMeasures) as TallyMeasure[];

/** When the cases of a cell were received, ended and stood late; months 'YYYY-MM', or a day that begins a part of one. */
export interface TallyTimes {
  receivedIn: string;
  /** '' while open. */
  endedIn: string;
  /** '' never late while open; 'none' without a date, which sorts after every month. */
  lateIn: string;
}

export interface TallyKey extends TallyTimes {
  procedureCode: string;
  field: string;
  holderId: number;
  point: string;
  channel: CountedCase['channel'];
}

/** Null: nobody said. */
type Flag = number | null;
const factOf = (flag: Flag): boolean | null => (flag === null ? null : flag === 1);

/** A row of the register as far as tallies ask. */
export interface TallyRow extends Omit<CountedCase, 'digitised' | 'digitalResult' | 'fullOnline'> {
  procedureCode: string;
  field: string;
  point: string;
  holderId: number;
  lateOn: string | null;
  digitised: Flag;
  digitalResult: Flag;
  fullOnline: Flag;
}

/** No date at all, where others have the day on which they stand late. */
export const noLateDay = 'none';

/**
 * The first day at whose end the case, still open, stands late (`stands` of its sets): null where it never did, or waits, or
 * ended while it waited; 'none' without a date.
 */
export function lateOnOf({ dueAt, measuredDueAt, endedAt, limitKind }: CaseTimes): string | null {
  if (dueAt !== null && measuredDueAt === null) return null;
  if (measuredDueAt === null || limitKind === 'none') return noLateDay;
  const dueOn = measuredDueAt.slice(0, 10);
  const lateOn = limitKind === 'hours' && measuredDueAt.slice(11) < '23:59' ? dueOn : dayPlus(dueOn, 1);
  return endedAt === null || lateOn < endedAt.slice(0, 10) ? lateOn : null;
}

/** The row as sets ask of it. */
export function countedCase(row: TallyRow): CountedCase {
  return {
    ...row,
    digitised: factOf(row.digitised),
    digitalResult: factOf(row.digitalResult),
    fullOnline: factOf(row.fullOnline),
  };
}

/** What a case adds: its key, and 1 or 0 for each measure; null while it was never received. */
export function tallyOf(row: TallyRow): { key: TallyKey; counts: number[] } | null {
  const { acceptedAt, endedAt, lateOn, procedureCode, field, point, holderId, channel } = row;
  if (acceptedAt === null) return null;
  const one = countedCase(row);
  return {
    key: {
      procedureCode,
      field,
      point,
      holderId,
      channel,
      receivedIn: acceptedAt.slice(0, 7),
      endedIn: endedAt?.slice(0, 7) ?? '',
      lateIn: lateOn?.slice(0, 7) ?? '',
    },
    counts: tallyMeasureNames.map((name) => (hasTraits(tallyMeasures[name], one) ? 1 : 0)),
  };
}

/** The measures that add up to a set, apart from when; undefined where tallies do not tell. */
export function measuresOf({
  when: _,
  stands: __,
  settledByEnd: ___,
  channels: ____,
  dueWithin,
  ...traits
}: CaseSet): TallyMeasure[] | undefined {
  if (traits.awaiting || dueWithin !== undefined) return undefined;
  const single = (traits.ends ?? [undefined]).map((end) => ({ ...traits, ends: end && [end] }));
  const found = single.map((one) => tallyMeasureNames.find((name) => sameTraits(tallyMeasures[name], one)));
  return found.every((name) => name !== undefined) ? found : undefined;
}

function sameTraits(a: CaseTraits, b: CaseTraits): boolean {
  const names = ['outcome', 'sameDay', 'digitised', 'digitalResult', 'fullOnline', 'hasDeadline'] as const;
  return a.ends?.join() === b.ends?.join() && names.every((name) => a[name] === b[name]);
}

/** Where days of a question cut a month in two, so that its cells must be read apart. */
export function cutsOf(periods: readonly Period[]): string[] {
  const days = periods.flatMap(({ from, to }) => [from, dayPlus(to, 1)]);
  return [...new Set(days)].filter((day) => !day.endsWith('-01')).sort();
}

/** The mark that a day begins with: its month where it is the first, else itself. */
function markOf(day: string): string {
  return day.endsWith('-01') ? day.slice(0, 7) : day;
}

/** Tells of a cell whether its cases are in a set, its traits aside, as `isInSet` would say of each. */
export function cellTest(
  set: CaseSet,
  period: CountedPeriod,
): (cell: TallyTimes & { channel: CountedCase['channel'] }) => boolean {
  const { from, to, until: last = to } = period;
  const [start, end, until] = [markOf(from), markOf(dayPlus(to, 1)), markOf(dayPlus(last, 1))];
  const lies = liesIn(set.when, start, end);
  const { channels, settledByEnd, stands } = set;
  return (cell) => {
    if (!lies(cell) || (channels && !channels.includes(cell.channel))) return false;
    const isSettled = cell.endedIn !== '' && cell.endedIn < until;
    if (settledByEnd !== undefined && settledByEnd !== isSettled) return false;
    return !stands || stands === standsAt(cell, end);
  };
}

function liesIn(when: CaseSet['when'], start: string, end: string): (cell: TallyTimes) => boolean {
  const openAt =
    (mark: string) =>
    ({ receivedIn, endedIn }: TallyTimes) =>
      receivedIn < mark && (endedIn === '' || endedIn >= mark);
  switch (when) {
    case 'received':
      return ({ receivedIn }) => receivedIn >= start && receivedIn < end;
    case 'ended':
      return ({ endedIn }) => endedIn !== '' && endedIn >= start && endedIn < end;
    case 'openAtStart':
      return openAt(start);
    case 'openAtEnd':
      return openAt(end);
    case 'handled':
      return ({ receivedIn, endedIn }) => receivedIn < end && (endedIn === '' || endedIn >= start);
  }
}

function standsAt({ lateIn }: TallyTimes, end: string): CaseSet['stands'] {
  if (lateIn === noLateDay) return 'noDeadline';
  return lateIn !== '' && lateIn < end ? 'late' : 'inTime';
}
