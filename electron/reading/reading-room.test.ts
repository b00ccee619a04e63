import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, officeOfTests, openDesk, reception } from '../../tests/desk.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const question = {
  name: 'carriedOver',
  split: 'field',
  period: { from: '2025-05-01', to: '2025-05-31' },
} as const;
const now = '2025-04-24T09:15';
const context = { period: question.period, now, office: officeOfTests, maker: '', chief: '' };

const roomOf = (desk: Desk): ReadingRoom =>
  openReadingRoom(new URL('reading-worker.ts', import.meta.url), join(desk.folder, 'register.db'));

async function counted(room: ReadingRoom): Promise<number | undefined> {
  const view = await room.ask('report', { question, now });
  return view.kind === 'list' ? view.counts[0] : undefined;
}

test('a long reading is of one moment, and a question beside it sees all that was acknowledged', async () => {
  await using desk = await openDesk();
  const room = roomOf(desk);
  try {
    for (let made = 0; made < 3; made += 1) await desk.clerk.cases.receive(reception());
    await room.follow('reportSheet', { question, context }, async ({ total }, portions) => {
      expect(total).toBe(3);
      await desk.clerk.cases.receive(reception());
      expect(await counted(room)).toBe(4);
      const lines = [];
      for await (const portion of portions) lines.push(...portion);
      expect(lines).toHaveLength(3);
    });
  } finally {
    await room.close();
  }
});

test('who leaves a long reading gets his own fault, and the next one is answered; what fails in the room is told', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const room = roomOf(desk);
  const leave = () => Promise.reject(new Error('left'));
  await expect(room.follow('reportSheet', { question, context }, leave)).rejects.toThrow('left');
  expect(await counted(room)).toBe(1);
  const wrong = { ...question, name: 'none' as 'late' };
  await expect(room.ask('report', { question: wrong, now })).rejects.toThrow();
  await expect(
    room.follow('reportSheet', { question: wrong, context }, () => Promise.resolve()),
  ).rejects.toThrow();
  await room.close();
});
