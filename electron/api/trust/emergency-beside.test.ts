import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afterEmergency, approval, at } from '../../../tests/after-emergency.ts';
import { connect, prepared } from '../../register/connection.ts';
import { listEmergencies } from '../../register/damage/emergencies.ts';
import { findDigitalMiscounts } from '../../register/digital/digital-tallies.ts';
import { findUnfoldedDigital } from '../../register/digital/digital-verify.ts';
import { checkRegister } from '../../register/verify.ts';
import { findUnfoldedFeedback } from '../../register/voice/feedback.ts';
import { findUncountedRatings } from '../../register/voice/ratings.ts';

type Caller = Parameters<NonNullable<Parameters<typeof afterEmergency>[0]>>[0];

const known = { name: 'Lò Văn Pâng', idNumber: '014196002187', birthYear: 1996 };
const fresh = { name: 'Mùa A Tủa', birthYear: 1980, phone: '0912345678' };
const help = (clerk: Caller, met: typeof known | typeof fresh) =>
  clerk.digital.help({ formKey: randomUUID(), whose: { met }, topic: 'vneid', level: 'guided' });

const rate = (clerk: Caller) =>
  clerk.ratings.enterPaper({
    ...{ formKey: randomUUID(), answeredOn: '2025-04-24', mark: 4 },
    about: { kind: 'procedure', procedureCode: '1.004873', stage: 'return' },
  });

const complain = (clerk: Caller) =>
  clerk.feedback.receive({
    formKey: randomUUID(),
    channel: 'inPerson',
    topic: 'timeLimit',
    content: 'Chờ lâu',
  });

const all = async (clerk: Caller) => {
  await help(clerk, known);
  await rate(clerk);
  await complain(clerk);
};

test('feedback, ratings and digital support of an emergency come in too: who was met in both is one human', async () => {
  const { folder } = await afterEmergency(async (clerk) => {
    await all(clerk);
    await help(clerk, fresh);
    const { personId } = await help(clerk, known);
    await clerk.digital.mark({
      ...{ formKey: randomUUID(), whose: { personId }, criterion: 'vneid', check: 'seen' },
    });
  }, all);
  try {
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      const [row] = await clerk.emergency.list();
      expect(row).toMatchObject({
        fault: null,
        work: { feedback: 1, ratings: 1, left: { digital: 0 } },
      });
      await clerk.emergency.merge({ name: row?.name ?? '', approval });
      const db = connect(join(folder, 'register.db'), 'read');
      const count = (sql: string) => prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${sql}`).get()?.n;
      expect(checkRegister(db)).toMatchObject({ faults: [] });
      for (const find of [
        findUnfoldedDigital,
        findDigitalMiscounts,
        findUnfoldedFeedback,
        findUncountedRatings,
      ])
        expect(find(db)).toEqual([]);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(count('digitalPeople WHERE livingId = id AND counted = 1')).toBe(2);
      expect([count('digitalHelps'), count('ratings'), count('feedbackCases')]).toEqual([4, 2, 2]);
      // A slip of the emergency is answered still.
      expect(count('ratingCodes WHERE used = 0')).toBe(count('cases'));
      db.close();
      const card = await help(clerk, known);
      expect(card).toMatchObject({ name: known.name, reached: 1 });
      expect(card.helps).toHaveLength(4);
      await complain(clerk);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('who is known by another key is not counted twice: digital support stays in the file, and the rest comes', async () => {
  const { folder } = await afterEmergency(all);
  try {
    // The register met its first one after the copy, under a key that the emergency never knew.
    await at(folder, '2025-04-24T13:30', (clerk) => help(clerk, fresh));
    const names = async (clerk: Caller) => (await clerk.emergency.list())[0];
    await at(folder, '2025-04-24T13:31', async (clerk) => {
      const row = await names(clerk);
      expect(row?.work).toMatchObject({ digital: 0, ratings: 1 });
      expect(row?.work?.left.digital).toBeGreaterThan(1);
      const spoil = (sql: string) => {
        const [register, found] = [connect(join(folder, 'register.db'), 'read'), row?.name];
        const file = listEmergencies(folder, register).find(({ name }) => name === found)?.file ?? '';
        register.close();
        const source = connect(file, 'write');
        source.exec(sql);
        source.close();
      };
      // Rows that its journal does not tell of: nothing of it comes.
      spoil("UPDATE feedbackCases SET code = code || 'x'");
      expect((await names(clerk))?.fault).toBe('unsound');
      await expect(clerk.emergency.merge({ name: row?.name ?? '', approval })).rejects.toMatchObject({
        cause: { code: 'mergeFailed', data: { why: 'unsound' } },
      });
      spoil("UPDATE feedbackCases SET code = replace(code, 'x', '')");
      await clerk.emergency.merge({ name: row?.name ?? '', approval });
      const db = connect(join(folder, 'register.db'), 'read');
      expect(checkRegister(db)).toMatchObject({ faults: [] });
      for (const find of [findUnfoldedDigital, findDigitalMiscounts, findUncountedRatings])
        expect(find(db)).toEqual([]);
      expect(prepared(db, 'SELECT count(*) AS n FROM digitalHelps').get()).toEqual({ n: 1 });
      db.close();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a form that a window sent to both comes once, and the rest with it', async () => {
  const [paper, lesson, team] = [randomUUID(), randomUUID(), randomUUID()];
  const sent = async (clerk: Caller) => {
    const [{ id: caseId = 0 } = {}] = (await clerk.cases.list({ view: 'all' })).rows;
    await clerk.notices.sent({
      ...{ formKey: paper, caseId, occasion: 'received', channel: 'phone', text: 'Đã nhận hồ sơ' },
    });
    await clerk.ratings.enterPaper({
      ...{ formKey: paper, answeredOn: '2025-04-24', mark: 4 },
      about: { kind: 'procedure', procedureCode: '1.004873', stage: 'return' },
    });
    await clerk.digital.help({ formKey: lesson, whose: { met: fresh }, topic: 'vneid', level: 'guided' });
    await clerk.digital.teams.save({ id: team, version: 0, name: 'Tổ 1' });
    await clerk.shifts.open({ floatVnd: 50_000, reason: 'Nhầm' });
  };
  const { folder } = await afterEmergency(async (clerk) => {
    await sent(clerk);
    await rate(clerk);
  }, sent);
  try {
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      const [row] = await clerk.emergency.list();
      expect(row?.fault).toBeNull();
      await clerk.emergency.merge({ name: row?.name ?? '', approval });
      const db = connect(join(folder, 'register.db'), 'read');
      const count = (table: string) =>
        prepared<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
      expect(checkRegister(db).faults).toEqual([]);
      expect(['notices', 'ratings', 'digitalHelps', 'digitalTeams'].map(count)).toEqual([1, 2, 1, 1]);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
      expect((await clerk.shifts.current()).shift).toMatchObject({ floatVnd: 50_000 });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a closing that is not the one its journal tells of brings nothing in; a file that is torn is not called another', async () => {
  const { folder } = await afterEmergency();
  try {
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      const [row] = await clerk.emergency.list();
      const register = connect(join(folder, 'register.db'), 'read');
      const file = listEmergencies(folder, register)[0]?.file ?? '';
      register.close();
      const source = connect(file, 'write');
      source.exec('DROP TRIGGER shiftsStay');
      source.exec(
        "UPDATE shifts SET closing = json_set(closing, '$.differenceVnd', -999) WHERE closing IS NOT NULL",
      );
      source.close();
      const refused = async (why: string) => {
        expect((await clerk.emergency.list())[0]?.fault).toBe(why);
        await expect(clerk.emergency.merge({ name: row?.name ?? '', approval })).rejects.toMatchObject({
          cause: { code: 'mergeFailed', data: { why } },
        });
      };
      await refused('unsound');
      const bytes = readFileSync(file);
      // Pages behind the schema: the file opens, and is not whole.
      writeFileSync(file, bytes.fill(0xff, bytes.length - 3 * 4096));
      await refused('unreadable');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
