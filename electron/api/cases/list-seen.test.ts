import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';

test('a list of work tells nobody; a chosen part of it and a further page tell who looked', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  for (const name of ['Lò Thị Một', 'Lò Thị Hai']) await clerk.cases.receive(reception({ name }));
  const { nextCursor } = await clerk.cases.list({ view: 'all', limit: 1 });
  await clerk.cases.list({ view: 'dueToday' });
  await clerk.cases.list({ view: 'all', filter: { receivedFrom: '2025-04-24' }, limit: 1 });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const told = async () => {
    // Whatever is written next has the looks before it.
    await clerk.drafts.save({ content: {} });
    const rows = db.prepare(
      "SELECT data FROM journal WHERE kind = 'seen.list' AND subject = 'cases' ORDER BY seq",
    );
    return rows.all().map((row) => JSON.parse((row as { data: string }).data));
  };
  expect(await told()).toEqual([]);
  await clerk.cases.list({ view: 'all', filter: { area: 'Bản Nậm Khạ' }, limit: 1 });
  desk.setTime('2025-04-24T09:20');
  await clerk.cases.list({ view: 'all', limit: 1, cursor: nextCursor });
  desk.setTime('2025-04-24T09:25');
  await clerk.cases.list({ view: 'all', filter: { receivedFrom: '2025-04-24' } });
  expect(await told()).toEqual([
    { by: ['area'], found: 0 },
    { by: [], found: 1 },
    { by: ['receivedFrom'], found: 2 },
  ]);
  db.close();
});
