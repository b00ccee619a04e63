import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from '../../../tests/desk.ts';
import { textOfPages } from '../../../tests/printing/poppler.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf } from '../../register/journal.ts';

test('a breach is written down by an administrator, written anew, kept in the journal, and printed with its 72 hours', async () => {
  await using desk = await openDesk('2026-02-14T16:40');
  const breach = { foundAt: '2026-02-14T16:40', what: 'Mất USB chép danh sách', people: 120 };
  await expect(desk.officer.breaches.list()).rejects.toThrow('notAllowed');
  await expect(desk.leader.breaches.save({ breach, known: null })).rejects.toThrow('notAllowed');
  const { id, version } = await desk.clerk.breaches.save({ breach, known: null });
  const told = {
    ...breach,
    measures: 'Đã khóa tài khoản',
    notifiedAt: '2026-02-15T08:00',
    notifiedTo: 'Công an tỉnh',
  };
  const wrong = [
    ...[{ foundAt: '2026-02-14T24:00' }, { foundAt: '2026-02-14T08:75' }, { foundAt: '2026-02-30T08:00' }],
    ...[{ foundAt: '2026-02-15T08:01' }, { notifiedAt: '2026-02-14T16:39' }, { notifiedTo: '' }],
    { notifiedAt: '2026-02-15T08:01' },
  ];
  desk.setTime('2026-02-15T08:00');
  for (const part of wrong)
    await expect(desk.clerk.breaches.save({ breach: { ...told, ...part }, known: null })).rejects.toThrow();
  await desk.clerk.breaches.save({ breach: told, known: { id, version } });
  await expect(desk.clerk.breaches.save({ breach, known: { id, version } })).rejects.toThrow('stale');
  expect(await desk.leader.breaches.list()).toMatchObject([{ ...told, version: 2 }]);
  const { path } = await desk.leader.breaches.sheet({ id });
  const answer = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'leader-desk',
  });
  const pages = await textOfPages(Buffer.from(await answer.arrayBuffer()));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Phải thông báo trước: 16:40 ngày 17/02/2026 (72 giờ)');
  expect(pages[0]).toContain('Diễn biến: Mất USB chép danh sách');
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(entriesOf(db, `breach:${id}`).map(({ kind }) => kind)).toEqual(['breach.saved', 'breach.saved']);
  db.close();
});

test('a breach that an older build stored with a time no clock shows is listed, printed with a blank, and written anew', async () => {
  await using desk = await openDesk('2026-02-14T16:40');
  const breach = { foundAt: '2026-02-14T16:00', what: 'Gửi nhầm danh sách' };
  const { id, version } = await desk.clerk.breaches.save({ breach, known: null });
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.exec(
    `UPDATE breaches SET content = json_set(content, '$.foundAt', '2026-02-14T24:00') WHERE id = ${id}`,
  );
  db.close();
  expect(await desk.leader.breaches.list()).toMatchObject([
    { foundAt: '2026-02-14T24:00', what: breach.what },
  ]);
  const { path } = await desk.leader.breaches.sheet({ id });
  const answer = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'leader-desk',
  });
  const [page] = await textOfPages(Buffer.from(await answer.arrayBuffer()));
  expect(page).toMatch(/Phải thông báo trước: …+/);
  expect(page).not.toContain('24:00');
  await desk.clerk.breaches.save({ breach, known: { id, version } });
  expect(await desk.leader.breaches.list()).toMatchObject([{ foundAt: breach.foundAt, version: 2 }]);
});
