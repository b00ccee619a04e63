import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterAbsence,
  callsUntilBack,
  estimateWait,
  lineUp,
  mostAbsences,
  mostPriorityInARow,
  priorityInARow,
} from './queue.ts';

const waiting = (number: number, priority = '') => ({
  number,
  priority,
  state: 'waiting' as const,
  backAfter: 0,
});
const numbersOf = (line: readonly { number: number }[]) => line.map(({ number }) => number);

describe('who is called next', () => {
  test('the smaller number, and priority before it, two in a row at most', () => {
    expect(numbersOf(lineUp([waiting(2), waiting(1)], 0, 0))).toEqual([1, 2]);
    const line = [waiting(1), waiting(2), ...[3, 4, 5].map((number) => waiting(number, 'elderly'))];
    expect(numbersOf(lineUp(line, 0, 0))).toEqual([3, 4, 1, 5, 2]);
    expect(numbersOf(lineUp(line, 7, mostPriorityInARow))).toEqual([1, 3, 4, 2, 5]);
  });

  test('the absent after three others, or when nobody else waits', () => {
    const absent = { number: 1, priority: '', state: 'absent' as const, backAfter: 4 };
    expect(numbersOf(lineUp([absent, ...[2, 3, 4, 5].map((n) => waiting(n))], 1, 0))).toEqual([
      2, 3, 4, 1, 5,
    ]);
    expect(numbersOf(lineUp([absent, waiting(2)], 1, 0))).toEqual([2, 1]);
    expect(numbersOf(lineUp([absent], 1, 0))).toEqual([1]);
  });

  const arrivals = fc.array(
    fc.record({ priority: fc.constantFrom('', '', 'elderly', 'pregnant'), isAbsent: fc.boolean() }),
    { maxLength: 60 },
  );

  test('everybody who waits stands in line, once', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(20), fc.nat(4), (people, calls, inARow) => {
        const tickets = people.map(({ priority, isAbsent }, index) => ({
          number: index + 1,
          priority,
          state: isAbsent ? ('absent' as const) : ('waiting' as const),
          backAfter: isAbsent ? calls + callsUntilBack : 0,
        }));
        const line = numbersOf(lineUp(tickets, calls, inARow)).sort((a, b) => a - b);
        expect(line).toEqual(numbersOf(tickets));
      }),
    );
  });

  // While priority people come without end, an ordinary number moves up one place every three calls at the latest.
  test('nobody starves, however many come with priority', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), fc.nat(9), (kinds, behind) => {
        let tickets = kinds.map((isPriority, index) => waiting(index + 1, isPriority ? 'elderly' : ''));
        const mine = waiting(tickets.length + 1);
        const ordinaryBefore = tickets.filter(({ priority }) => priority === '').length;
        tickets = [
          ...tickets,
          mine,
          ...Array.from({ length: behind }, (_, n) => waiting(50 + n, 'disabled')),
        ];
        let latest: { priority: string }[] = [];
        for (let call = 0; call < (ordinaryBefore + 1) * (mostPriorityInARow + 1); call++) {
          const [next] = lineUp(tickets, call, priorityInARow(latest));
          if (next === undefined || next.number === mine.number) return;
          latest = [next, ...latest].slice(0, mostPriorityInARow);
          tickets = tickets.filter(({ number }) => number !== next.number);
          tickets.push(waiting(1000 + call, 'elderly'));
        }
        throw new Error(`Number ${mine.number} was never called`);
      }),
    );
  });
});

test('who does not answer is called twice more, then the number has left', () => {
  expect(afterAbsence(0, 7)).toEqual({ state: 'absent', absences: 1, backAfter: 7 + callsUntilBack });
  expect(afterAbsence(1, 12)).toMatchObject({ state: 'absent', absences: 2 });
  expect(afterAbsence(mostAbsences, 15)).toMatchObject({ state: 'left' });
});

describe('how long it takes', () => {
  const none = { today: [], lastDays: [], desks: 1 };

  test.each([
    ['too little is known', 3, none, null],
    ['four services are too few', 3, { ...none, today: [5, 5, 5, 5], lastDays: [5, 5, 5, 5] }, null],
    [
      'the median, not the mean',
      3,
      { ...none, today: [4, 5, 5, 6, 90] },
      { minutes: 15, services: 5, basis: 'today' },
    ],
    [
      'last days where today is young',
      2,
      { today: [60], lastDays: [10, 10, 10, 10, 10, 12], desks: 1 },
      { minutes: 20, services: 6, basis: 'lastDays' },
    ],
    [
      'two desks halve it',
      6,
      { ...none, today: [10, 10, 10, 10, 10], desks: 2 },
      { minutes: 30, services: 5, basis: 'today' },
    ],
    [
      'never less than five minutes while somebody stands before',
      1,
      { ...none, today: [1, 1, 1, 1, 1] },
      { minutes: 5, services: 5, basis: 'today' },
    ],
    ['the next one', 0, { ...none, today: [9, 9, 9, 9, 9] }, { minutes: 0, services: 5, basis: 'today' }],
  ] as const)('%s', (_, before, pace, expected) => {
    expect(estimateWait(before, pace)).toEqual(expected);
  });
});
