import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../backup/backup.ts';
import { connect } from '../connection.ts';
import { nextValue, raiseCounter } from '../counters.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { makeRegister, openRegister } from '../register.ts';
import { openEmergency } from './emergency.ts';
import { passEmergencies } from './pass-emergencies.ts';
import { restoreBackup } from './restore.ts';

/** Numbers on paper and copies that do not know them, whatever is left of the register that gave them. */

const begun = ['book:2025', 'note:2025-C01', 'slip:2025-12-31'];
const names = [...begun, 'book:2026', 'slip:2026-01-01', 'batch:handover:2026'];

/** What a damage leaves: everything, all but the first page, but some in the middle, nothing. */
const tears = { none: [0, 0], first: [0, 1], middle: [20, 30], all: [0, undefined] } as const;
type Tear = keyof typeof tears;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('give' as const),
      name: fc.constantFrom(...names),
      count: fc.integer({ min: 1, max: 250 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'copy' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('emergency' as const, 'restore' as const),
      torn: fc.constantFrom(...(Object.keys(tears) as Tear[])),
      copy: fc.nat(9),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function office() {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-given-'));
  const file = join(folder, 'register.db');
  makeRegister(file);
  const db = connect(file, 'write');
  db.transaction(() => {
    const by = { at: '2025-12-01T01:00:00Z', personId: null, device: '', subject: 'register' };
    appendEntry(db, { ...by, kind: 'register.salvaged', data: {} });
    for (const [index, name] of begun.entries()) raiseCounter(db, name, 1000 + index * 1800);
  })();
  db.close();
  let minute = 10;
  const time = () => {
    minute += 1;
    return [`2026-01-01T03:${minute}:00Z`, `2026-01-01T10:${minute}`] as const;
  };
  const tear = (torn: Tear) => {
    const [from, to] = tears[torn];
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, from * 4096, to === undefined ? bytes.length : to * 4096));
  };
  const copy = () => {
    const open = connect(file, 'read');
    const name = basename(writeBackup(open, folder));
    open.close();
    return name;
  };
  const give = (name: string, count: number) => {
    const register = openRegister(folder, false);
    passEmergencies(register, time()[0]);
    const given = register.transact((tx) =>
      Array.from({ length: count }, () => `${name} ${nextValue(tx, name)}`),
    );
    register.close();
    return given;
  };
  return { folder, file, time, tear, copy, give };
}

function play(steps: readonly Step[]): string[] {
  const { folder, time, tear, copy, give } = office();
  const given: string[] = [];
  const copies = [copy()];
  let isEmergency = false;
  try {
    for (const one of steps) {
      if (one.kind === 'give') given.push(...give(one.name, one.count));
      else if (one.kind === 'copy') {
        if (!isEmergency) copies.push(copy());
      } else {
        tear(one.torn);
        if (one.kind === 'emergency') openEmergency(folder, ...time());
        else restoreBackup(folder, copies[one.copy % copies.length] ?? '', ...time());
        isEmergency = one.kind === 'emergency';
      }
    }
    return given;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const book = { kind: 'give', name: 'book:2025', count: 200 } as const;

test('no number is given again after a restore, whatever is left of the registers that lie in its folder', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) => {
      const given = play(steps);
      expect(given.length).toBe(new Set(given).size);
    }),
    {
      numRuns: 10,
      examples: (['none', 'first', 'middle', 'all'] as const).flatMap((torn): [Step[]][] => [
        [[book, { kind: 'restore', torn, copy: 0 }, book, { kind: 'restore', torn: 'none', copy: 0 }, book]],
        [
          [
            book,
            { kind: 'emergency', torn, copy: 0 },
            book,
            { kind: 'restore', torn: 'none', copy: 0 },
            { ...book, count: 400 },
          ],
        ],
      ]),
    },
  );
}, 60_000);

test('a register that is gone is passed over by the newest copy, and the journal tells what could not be read', () => {
  const { folder, file, time, tear, copy, give } = office();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const early = copy();
  give('book:2025', 300);
  copy();
  rmSync(file);
  restoreBackup(folder, early, ...time());
  expect(give('book:2025', 1)).toEqual(['book:2025 1351']);
  tear('all');
  restoreBackup(folder, early, ...time());
  const db = connect(file, 'read');
  const told = entriesOf(db, 'register').filter(({ kind }) => kind === 'register.restored');
  db.close();
  expect(told.map(({ data }) => data)).toMatchObject([
    {
      unread: ['register.db'],
      skipped: expect.arrayContaining([{ name: 'book:2025', from: 1000, to: 3800 }]),
    },
  ]);
});

test.each(['first', 'middle', 'all'] as const)(
  'a second emergency begins behind all that a torn first one gave, in every series; left of it: %s',
  (torn) => {
    const { folder, time, tear, copy, give } = office();
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const main = copy();
    tear('first');
    openEmergency(folder, ...time());
    // More than a step where its pages still tell; else as much as its range holds.
    const count = torn === 'first' ? 5100 : 30;
    const first = [...give('note:2025-C01', count), ...give('book:2025', 30), ...give('book:2026', count)];
    tear(torn);
    openEmergency(folder, ...time());
    const second = names.flatMap((name) => give(name, 40));
    tear('none');
    restoreBackup(folder, main, ...time());
    const later = names.flatMap((name) => give(name, 5100));
    const given = [...first, ...second, ...later];
    expect(given.length).toBe(new Set(given).size);
  },
);
