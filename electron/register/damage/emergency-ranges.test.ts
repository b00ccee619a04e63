import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../backup/backup.ts';
import { connect } from '../connection.ts';
import { nextValue, raiseCounter } from '../counters.ts';
import { baseOf, firstEntryOf, rangeStep } from '../emergency-range.ts';
import { appendEntry } from '../journal.ts';
import { makeRegister, openRegister } from '../register.ts';
import { openEmergency } from './emergency.ts';
import { passEmergencies } from './pass-emergencies.ts';
import { restoreBackup } from './restore.ts';

/** Numbers of one office, whichever of its registers gives them, over a new year. */

const begun = ['book:2025', 'note:2025-C01', 'slip:2025-12-31', 'feedback:2025'];
const ofNewYear = ['book:2026', 'feedback:2026', 'batch:handover:2026', 'slip:2026-01-01'];
/** Nobody but an emergency takes somebody on whom the register does not know. */
const ofNewStaff = ['note:2025-C07', 'note:2026-C07'];

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('give' as const),
      name: fc.constantFrom(...begun, ...ofNewYear, ...ofNewStaff),
      // A whole range, too: that many are given in the year before a merge.
      count: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.constant(5100)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('emergency' as const), isTorn: fc.boolean() }) },
  // Of the emergency nothing may be left, or all but its first page.
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('back' as const), torn: fc.constantFrom(0, 1, 99) }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const tear = (file: string, pages: number) =>
  writeFileSync(file, readFileSync(file).fill(0, 0, pages === 99 ? undefined : pages * 4096));

function officeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-ranges-'));
  const file = join(folder, 'register.db');
  makeRegister(file);
  const db = connect(file, 'write');
  db.transaction(() => {
    const by = { at: '2025-12-01T01:00:00Z', personId: null, device: '', subject: 'register' };
    appendEntry(db, { ...by, kind: 'register.salvaged', data: {} });
    for (const [index, name] of begun.entries()) raiseCounter(db, name, 10 + index * 2800);
  })();
  db.close();
  return folder;
}

function play(steps: readonly Step[]): string[] {
  const folder = officeFolder();
  const file = join(folder, 'register.db');
  const given: string[] = [];
  let isEmergency = false;
  let ofEmergency = 0;
  /** The newest copy of the register itself, from right before it broke. */
  let copy = '';
  let minute = 10;
  const time = () => {
    minute += 1;
    return [`2025-12-31T03:${minute}:00Z`, `2025-12-31T10:${minute}`] as const;
  };
  const keepCopy = () => {
    const db = connect(file, 'read');
    copy = basename(writeBackup(db, folder));
    db.close();
  };
  try {
    for (const one of steps) {
      if (one.kind === 'give') {
        if (!isEmergency && ofNewStaff.includes(one.name)) continue;
        const register = openRegister(folder, false);
        passEmergencies(register, time()[0]);
        register.transact((tx) => {
          ofEmergency += isEmergency ? one.count : 0;
          for (let count = 0; count < one.count; count += 1)
            given.push(`${one.name} ${nextValue(tx, one.name)}`);
        });
        register.close();
      } else if (one.kind === 'emergency') {
        if (!isEmergency) {
          keepCopy();
          if (one.isTorn) tear(file, 1);
        }
        openEmergency(folder, ...time());
        isEmergency = true;
        ofEmergency = 0;
      } else if (isEmergency) {
        // More than a step of numbers is known by nothing but the file.
        if (one.torn > 0 && ofEmergency < rangeStep) tear(file, one.torn);
        restoreBackup(folder, copy, ...time());
        isEmergency = false;
      }
    }
    return given;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('no two registers of an office give one number, whatever begins or is full while one is an emergency', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) => {
      const given = play(steps);
      expect(given.length).toBe(new Set(given).size);
    }),
    {
      numRuns: 12,
      examples: [
        // A new year, and somebody new, while the register is away; then it gives a whole range before anything is brought in.
        [
          [
            { kind: 'emergency', isTorn: false },
            { kind: 'give', name: 'book:2026', count: 30 },
            { kind: 'give', name: 'note:2026-C07', count: 2 },
            { kind: 'back', torn: 0 },
            { kind: 'give', name: 'book:2026', count: 5100 },
          ],
        ],
        ...([1, 99] as const).map((torn): [Step[]] => [
          [
            { kind: 'emergency', isTorn: false },
            { kind: 'give', name: 'book:2026', count: 30 },
            { kind: 'give', name: 'note:2025-C01', count: 5 },
            { kind: 'back', torn },
            { kind: 'give', name: 'book:2026', count: 5100 },
            { kind: 'give', name: 'note:2025-C01', count: 5100 },
          ],
        ]),
        [
          [
            { kind: 'emergency', isTorn: true },
            { kind: 'give', name: 'slip:2026-01-01', count: 5100 },
            { kind: 'emergency', isTorn: false },
            { kind: 'give', name: 'slip:2026-01-01', count: 3 },
            { kind: 'back', torn: 0 },
            { kind: 'give', name: 'slip:2026-01-01', count: 5100 },
          ],
        ],
      ],
    },
  );
});

test('what an emergency gave is passed over once, told in the journal, and also where it lies unread beside', () => {
  const folder = officeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const other = join(folder, 'so-cu-2025-12-31-1000');
  mkdirSync(other);
  cpSync(join(folder, 'register.db'), join(other, 'kept.db'));
  openEmergency(folder, '2025-12-31T03:00:00Z', '2025-12-31T10:00');
  const open = connect(join(folder, 'register.db'), 'write');
  const first = nextValue(open, 'book:2026');
  expect(first).toBe(baseOf(open) + 1);
  open.close();
  rmSync(join(folder, 'so-hong'), { recursive: true });
  cpSync(join(folder, 'register.db'), join(other, 'register.db'));
  cpSync(join(other, 'kept.db'), join(folder, 'register.db'));
  for (let opening = 0; opening < 2; opening += 1) {
    const register = openRegister(folder, false);
    passEmergencies(register, '2026-01-02T03:00:00Z');
    const told = register.read
      .prepare("SELECT data FROM journal WHERE kind = 'register.passedOver'")
      .all() as { data: string }[];
    expect(told.map(({ data }) => JSON.parse(data).ranges)).toEqual([
      [{ name: 'book:2026', first, last: first }],
    ]);
    register.close();
  }
});

test('a torn emergency is passed over by all that it can have given, which the journal tells once', () => {
  const folder = officeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'register.db');
  const main = connect(file, 'read');
  const copy = basename(writeBackup(main, folder));
  main.close();
  openEmergency(folder, '2025-12-31T03:00:00Z', '2025-12-31T10:00');
  const mark = firstEntryOf(openedAt(file))?.mark;
  tear(file, 1);
  restoreBackup(folder, copy, '2025-12-31T05:00:00Z', '2025-12-31T12:00');
  for (let opening = 0; opening < 2; opening += 1) {
    const register = openRegister(folder, false);
    passEmergencies(register, '2026-01-02T03:00:00Z');
    const told = register.read
      .prepare("SELECT data FROM journal WHERE kind = 'register.passedOver'")
      .all() as { data: string }[];
    expect(told.map(({ data }) => JSON.parse(data))).toMatchObject([{ mark, place: '2025-12-31-1200' }]);
    register.transact((tx) => {
      raiseCounter(tx, 'book:2026', 5500);
      expect(nextValue(tx, 'book:2026')).toBe(2 * rangeStep + 1 + opening);
    });
    // A series that it began further up goes on beneath that.
    register.transact((tx) => expect(nextValue(tx, 'feedback:2025')).toBeLessThan(2 * rangeStep));
    register.close();
  }
});

test.each(['the register', 'an emergency'])(
  'a torn file that is no emergency is looked through once; one that counts as an emergency is none of those: %s',
  (what) => {
    const folder = officeFolder();
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'register.db');
    const main = connect(file, 'write');
    raiseCounter(main, 'slip:2025-12-30', 7);
    const copy = basename(writeBackup(main, folder));
    main.close();
    const isEmergency = what === 'an emergency';
    if (isEmergency) {
      openEmergency(folder, '2025-12-31T03:00:00Z', '2025-12-31T10:00');
      rmSync(join(folder, 'so-hong'), { recursive: true });
    }
    // Which one it is is lost with the journal and the settings; its counters can be read.
    const torn = connect(file, 'write');
    torn.exec("DELETE FROM settings WHERE name = 'emergency'");
    const { root } = torn
      .prepare("SELECT rootpage AS root FROM sqlite_schema WHERE name = 'journal'")
      .get() as {
      root: number;
    };
    torn.close();
    writeFileSync(file, readFileSync(file).fill(0, (root - 1) * 4096, root * 4096));
    restoreBackup(folder, copy, '2025-12-31T05:00:00Z', '2025-12-31T12:00');
    for (let opening = 0; opening < 2; opening += 1) {
      const register = openRegister(folder, false);
      passEmergencies(register, '2026-01-02T03:00:00Z');
      const told = register.read
        .prepare("SELECT data FROM journal WHERE kind = 'register.passedOver'")
        .all() as { data: string }[];
      const ranges = isEmergency
        ? expect.arrayContaining([{ name: '*', first: rangeStep + 1, last: 2 * rangeStep }])
        : [];
      expect(told.map(({ data }) => JSON.parse(data))).toEqual([
        { mark: null, openedAt: null, place: '2025-12-31-1200', ranges },
      ]);
      register.close();
    }
  },
);

function openedAt(file: string) {
  const db = connect(file, 'read');
  onTestFinished(() => void db.close());
  return db;
}
