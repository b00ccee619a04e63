// For tests only: the life of a case as a child would count it on a wall calendar. No code of the engine, the acts or the
// fold is used here, so that the two can disagree.

/** Days as 'YYYY-MM-DD' that are worked, in order. */
export class WallCalendar {
  readonly #worked: string[];
  readonly #index: Map<string, number>;

  constructor(worked: readonly string[]) {
    this.#worked = [...worked];
    this.#index = new Map(worked.map((day, index) => [day, index]));
  }

  isWorked(day: string): boolean {
    return this.#index.has(day);
  }

  /** The n-th worked day after a day. */
  after(day: string, n: number): string {
    let index = this.#worked.findIndex((worked) => worked > day);
    if (this.#index.has(day)) index = (this.#index.get(day) ?? 0) + 1;
    const found = this.#worked[index + n - 1];
    if (found === undefined) throw new RangeError('The wall calendar ends here');
    return found;
  }

  lastBefore(day: string): string {
    return this.#worked.findLast((worked) => worked < day) ?? '';
  }

  /** Worked days in (from, to]. */
  between(from: string, to: string): number {
    return this.#worked.filter((day) => day > from && day <= to).length;
  }
}

interface Wait {
  isPayment: boolean;
  /** A payment that the limit does not leave out, or papers asked for before acceptance: no pause. */
  counts: boolean;
  asked: string;
  done: string | null;
}

export interface ModelCase {
  status: string;
  days: number;
  policy: 'restart' | 'pause';
  countsLate: boolean;
  pausesForPayment: boolean;
  startedAt: string | null;
  waits: Wait[];
  extendedTo: string | null;
  due: string | null;
  counted: string | null;
  /** Late when papers were asked for, or a payment: the date it missed. */
  missed: string | null;
  /** Late for papers: also a new calendar leaves the date it missed. */
  lateForPapers: boolean;
  supplements: number;
  mayStopFrom: string | null;
  endedAt: string | null;
  class: string | null;
  isAside: boolean;
  isWithUs: boolean;
  last: { kind: string; on: string } | null;
}

const dayOf = (time: string) => time.slice(0, 10);

export function modelCase(options: {
  days: number;
  policy: 'restart' | 'pause';
  countsLate: boolean;
  pausesForPayment: boolean;
}): ModelCase {
  return {
    ...options,
    status: 'registered',
    startedAt: null,
    waits: [],
    extendedTo: null,
    due: null,
    counted: null,
    missed: null,
    lateForPapers: false,
    supplements: 0,
    mayStopFrom: null,
    endedAt: null,
    class: null,
    isAside: false,
    isWithUs: true,
    last: null,
  };
}

/** The date by the rule: N worked days from the start, waits left out, or counted again from the last papers. */
export function dateOf(model: ModelCase, wall: WallCalendar): string | null {
  if (model.startedAt === null) return null;
  let from = model.startedAt;
  let left = model.days;
  let due = `${wall.after(dayOf(from), left)}${from.slice(10)}`;
  for (const { isPayment, counts, asked, done } of model.waits) {
    if (!counts || done === null) continue;
    if (!isPayment && model.policy === 'restart') {
      from = done;
      left = model.days;
      due = `${wall.after(dayOf(from), left)}${from.slice(10)}`;
      continue;
    }
    if (dayOf(asked) > dayOf(due) || dayOf(asked) === dayOf(done)) continue;
    left -= wall.between(dayOf(from), dayOf(asked));
    from = done;
    due = left > 0 ? `${wall.after(dayOf(from), left)}${from.slice(10)}` : `${dayOf(from)}T17:00`;
  }
  return due;
}

/** Puts both dates anew after something moved them. */
export function renew(model: ModelCase, wall: WallCalendar): void {
  const bare = dateOf(model, wall);
  let to = model.extendedTo;
  if (to !== null && !wall.isWorked(dayOf(to))) to = `${wall.after(dayOf(to), 1)}${to.slice(10)}`;
  model.due =
    bare !== null && to !== null && to > bare && model.extendedTo !== null && model.extendedTo > bare
      ? to
      : bare;
  const counted = model.countsLate ? bare : model.due;
  model.counted = model.missed ?? (isWaiting(model) ? null : counted);
}

/** The clock stands still. */
export function isWaiting({ status, waits }: ModelCase): boolean {
  return status === 'awaitingSupplement' || (status === 'awaitingPayment' && waits.at(-1)?.counts === true);
}

export function isLate(model: ModelCase, now: string): boolean {
  return model.counted !== null && dayOf(model.counted) < dayOf(now);
}

/** The class at the end; withdrawn and stopped cases are never early. */
export function classAt(model: ModelCase, now: string, hasResult: boolean): string {
  if (model.due === null) return 'noDeadline';
  if (model.counted === null) return 'onTime';
  if (dayOf(now) > dayOf(model.counted)) return 'late';
  return hasResult && dayOf(now) < dayOf(model.counted) ? 'early' : 'onTime';
}
