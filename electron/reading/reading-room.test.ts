import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, officeOfTests, openDesk, reception } from '../../tests/desk.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';
import { openReadingThread } from './reading-thread.ts';

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

test('a page is answered while a report is still read', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const room = roomOf(desk);
  const page = { period: { from: '2025-04-01', to: '2025-04-30' }, scope: {}, now };
  try {
    await Promise.all([room.ask('openCases', page), counted(room)]);
    const answered: string[] = [];
    const reports = Array.from({ length: 200 }, () => counted(room));
    const all = Promise.all(reports).then(() => answered.push('reports'));
    expect((await room.ask('openCases', page)).open).toBe(1);
    answered.push('page');
    await all;
    expect(answered).toEqual(['page', 'reports']);
  } finally {
    await room.close();
  }
});

/** Threads that end: thrown where nobody catches, or gone without a word. The second one asked answers. */
const dying = (how: string) => `
  import { parentPort, workerData } from 'node:worker_threads';
  import { existsSync, writeFileSync } from 'node:fs';
  parentPort.on('message', ({ id }) => {
    if (existsSync(workerData.file)) return parentPort.postMessage({ id, answer: 'read' });
    writeFileSync(workerData.file, '');
    ${how}
  });`;

test.each(['setTimeout(() => { throw new Error("torn"); });', 'process.exit(0);'])(
  'a thread that ends in the middle fails what it was asked, and the next question is answered: %s',
  async (how) => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
    const entry = new URL(`data:text/javascript,${encodeURIComponent(dying(how))}`);
    const thread = openReadingThread(entry, join(folder, 'asked'), null);
    const task = { kind: 'answer', name: 'report', question: { question, now } } as const;
    try {
      const both = await Promise.allSettled([thread.run(task), thread.run(task)]);
      expect(both[0]).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringMatching(/torn|ended before it answered/) },
      });
      expect(await thread.run(task)).toBe('read');
    } finally {
      await thread.close();
      rmSync(folder, { recursive: true });
    }
  },
);

test('what is asked of a closed room fails, and starts nothing', async () => {
  await using desk = await openDesk();
  const room = roomOf(desk);
  await counted(room);
  await room.close();
  await expect(counted(room)).rejects.toThrow('closed');
  await expect(room.follow('reportSheet', { question, context }, () => Promise.resolve())).rejects.toThrow(
    'closed',
  );
});
