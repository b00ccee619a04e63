import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
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
