import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Counter } from '../../electron/counter.ts';
import { formatInteger } from '../../shared/domain/ratio.ts';
import { reception } from '../desk.ts';
import { lastDay } from './big-register.ts';
import { type besideOf, type Line, timed } from './lines.ts';

/** What reading aside costs whoever reads, and the clerk beside him. */

type Clerk = ReturnType<Counter['caller']>;

const tenYears = { from: '2015-04-25', to: lastDay };
/** A citizen every so many milliseconds, faster than any counter. */
const paceMs = 20;

export async function readingLines(clerk: Clerk, line: ReturnType<typeof besideOf>): Promise<Line[]> {
  const report = { name: 'official', split: 'procedure', period: tenYears } as const;
  const view: number[] = [];
  const views = async () => {
    for (let round = 0; round < 5; round += 1) view.push(await timed(() => clerk.reports.view(report)));
  };
  // The first starts the thread, and is no measure of the rest.
  await clerk.reports.view(report);
  const besideViews = await receivedBeside(clerk, views());
  const exported = clerk.reports.export({ name: 'postal', period: tenYears, run: randomUUID() });
  const besideExport = await receivedBeside(clerk, exported);
  const { count } = await exported;
  return [
    line('Biểu 06 by procedure over ten years', view),
    line('a receive while that is read', besideViews, 20),
    line(`a receive while a list of ${formatInteger(count)} lines is exported`, besideExport, 20),
  ];
}

/** How long receptions take from the moment they are due, the wait for the counter's thread included; milliseconds. */
async function receivedBeside(clerk: Clerk, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isRunning = true;
  const ended = work.finally(() => {
    isRunning = false;
  });
  while (isRunning) {
    times.push((await timed(() => pause(paceMs).then(() => clerk.cases.receive(reception())))) - paceMs);
  }
  await ended;
  return times;
}
