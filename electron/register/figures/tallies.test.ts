import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { rebuildFigures } from '../../launch/rebuild-figures.ts';
import { verifyFolder } from '../../launch/verify.ts';
import { connect } from '../connection.ts';
import { findDigitalMiscounts } from '../digital/digital-tallies.ts';
import { entriesOf } from '../journal.ts';
import { findMiscounts } from './tallies.ts';

const spoilt = [
  ['too small', 'UPDATE caseTallies SET total = 0, dated = 0'],
  ['gone', 'DELETE FROM caseTallies'],
  ['gone in one of its two sums', "DELETE FROM caseTallies WHERE grain = 'office'"],
] as const;

test.each(spoilt)(
  'tallies that are %s never refuse an act: their month is summed again, and the journal says so',
  async (_, sql) => {
    await using desk = await openDesk(undefined, undefined, false);
    const { clerk, officerId } = desk;
    const { id } = await clerk.cases.receive(reception());
    await clerk.cases.receive(reception({ channel: 'online' }));
    const db = connect(join(desk.folder, 'register.db'), 'write');
    db.exec(sql);
    await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
    expect(findMiscounts(db)).toEqual([]);
    expect(entriesOf(db, 'tallies').map(({ kind, data }) => [kind, data])).toEqual([
      ['tallies.rebuilt', { caseId: id }],
    ]);
    db.close();
  },
);

test('where one month is wrong no other is read, and a case that moves is in one place only', async () => {
  await using desk = await openDesk('2025-03-03T09:15', undefined, false);
  const { clerk, officerId } = desk;
  await clerk.cases.receive(reception());
  desk.setTime('2025-04-03T09:15');
  const { id } = await clerk.cases.receive(reception());
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec('DELETE FROM caseTallies');
  await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
  expect(db.prepare('SELECT DISTINCT receivedIn FROM caseTallies').pluck().all()).toEqual(['2025-04']);
  expect(findMiscounts(db).every(({ where }) => where.includes('2025-03'))).toBe(true);
  db.close();
});

test('sums of digital support that are gone refuse nothing, are summed again and told', async () => {
  await using desk = await openDesk(undefined, undefined, false);
  const { digital } = desk.clerk;
  const mark = (birthYear: number) => {
    const whose = { met: { name: 'Lò Văn Ánh', birthYear } };
    return digital.mark({ formKey: randomUUID(), whose, criterion: 'vneid', check: 'seen' });
  };
  await mark(1980);
  const { personId } = await mark(1985);
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec("DELETE FROM digitalTallies WHERE name = 'reached:vneid'");
  expect(findDigitalMiscounts(db)).toHaveLength(1);
  await digital.unmark({ personId, criterion: 'vneid', claimId: null, reason: 'Bấm nhầm' });
  expect(findDigitalMiscounts(db)).toEqual([]);
  expect(entriesOf(db, 'tallies').map(({ kind }) => kind)).toEqual(['tallies.rebuilt']);
  db.close();
});

test('a check that finds only wrong sums says how they are summed again; so they are', async () => {
  const desk = await openDesk(undefined, undefined, false);
  await desk.clerk.cases.receive(reception());
  await desk.counter.close();
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec('UPDATE caseTallies SET total = total + 3');
  db.exec("DELETE FROM digitalTallies WHERE name = 'known'");
  db.close();
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  expect(verifyFolder(desk.folder, say)).toBe(1);
  expect(lines.at(-1)).toContain('--rebuild-figures');
  expect(rebuildFigures(desk.folder, say)).toBe(0);
  expect(lines.at(-1)).toContain('2 chỗ khác trước');
  expect(verifyFolder(desk.folder, say)).toBe(0);
});
