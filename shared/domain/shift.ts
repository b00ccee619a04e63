import { type MoneyMethod, moneyMethods } from './payment-events.ts';
import { denominations, type NoteRange, type ShiftClosing } from './shift-closing.ts';

/** One person's time at the drawer, from the change money it began with to the count it was closed with. */

/** What a shift asks of a movement of money: signed, in or out. */
interface Moved {
  method: MoneyMethod;
  amountVnd: number;
}

/** The change money and all cash that came in, less what went out: what must lie in the drawer. */
export function cashExpected(floatVnd: number, moves: readonly Moved[]): number {
  return moves.reduce((sum, { method, amountVnd }) => sum + (method === 'cash' ? amountVnd : 0), floatVnd);
}

export function countedVnd(cash: ShiftClosing['cash']): number {
  return cash.reduce((sum, { denominationVnd, pieces }) => sum + denominationVnd * pieces, 0);
}

/** What was taken by each method, before anything went back. */
export function takenByMethod(moves: readonly Moved[]): ShiftClosing['methods'][number][] {
  return moneyMethods.map((method) => {
    const taken = moves.filter((move) => move.method === method && move.amountVnd >= 0);
    return {
      method,
      count: taken.length,
      amountVnd: taken.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
    };
  });
}

/** Fee notes in the order of their series; a shift over the new year has one of each year. */
export function noteRanges(noteNos: readonly string[]): NoteRange[] {
  const ranges = new Map<string, NoteRange>();
  for (const noteNo of noteNos) {
    const series = noteNo.slice(0, noteNo.lastIndexOf('-'));
    const { first, count } = ranges.get(series) ?? { first: noteNo, count: 0 };
    ranges.set(series, { first, last: noteNo, count: count + 1 });
  }
  return [...ranges.values()];
}

type MoneyOfClosing = Pick<
  ShiftClosing,
  'floatVnd' | 'cash' | 'countedVnd' | 'expectedVnd' | 'differenceVnd' | 'methods'
>;

/** The money of a closing: what was counted against what the movements tell, the biggest notes first. */
export function closingOf(
  floatVnd: number,
  moves: readonly Moved[],
  pieces: Readonly<Partial<Record<number, number>>>,
): MoneyOfClosing {
  const cash = denominations
    .map((denominationVnd) => ({ denominationVnd, pieces: pieces[denominationVnd] ?? 0 }))
    .filter((each) => each.pieces > 0);
  const expectedVnd = cashExpected(floatVnd, moves);
  const counted = countedVnd(cash);
  return {
    floatVnd,
    cash,
    countedVnd: counted,
    expectedVnd,
    differenceVnd: counted - expectedVnd,
    methods: takenByMethod(moves),
  };
}
