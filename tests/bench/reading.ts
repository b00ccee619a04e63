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
const month = { from: '2025-04-01', to: '2025-04-30' };
/** A citizen every so many milliseconds, faster than any counter. */
const paceMs = 20;

export async function readingLines(clerk: Clerk, line: ReturnType<typeof besideOf>): Promise<Line[]> {
  const view: number[] = [];
  const views = async () => {
    for (let round = 0; round < 20; round += 1)
      view.push(
        await timed(() => clerk.reports.view({ name: 'official', split: 'procedure', period: tenYears })),
      );
  };
  // Addresses are in no tally: each of its columns walks through the cases.
  const heaviest = { name: 'area', split: 'area', period: tenYears } as const;
  const readHeaviest = async () => {
    for (let round = 0; round < 5; round += 1) await clerk.reports.view(heaviest);
  };
  const receive = () => clerk.cases.receive(reception());
  const look = () => clerk.statistics.page({ period: month });
  // The thread that reads reports is started by the first of them, after a quiet minute again.
  const started = await timed(() => clerk.reports.view(heaviest));
  const besideViews = await timesBeside(receive, views());
  const besideHeaviest = await timesBeside(receive, readHeaviest());
  await look();
  const pages = await timesBeside(look, readHeaviest());
  const exported = clerk.reports.export({ name: 'postal', period: tenYears, run: randomUUID() });
  const besideExport = await timesBeside(receive, exported);
  const { count } = await exported;
  return [
    line('Biểu 06 by procedure over ten years', view),
    line('a receive while that is read', besideViews, 20),
    line('the heaviest report, the first after a quiet minute', [started]),
    line('a receive while the heaviest report is read', besideHeaviest, 20),
    line("the leader's page beside the heaviest report", pages, 50),
    line(`a receive while a list of ${formatInteger(count)} lines is exported`, besideExport, 20),
  ];
}

/** How long an act takes from the moment it is due, the wait for the counter's thread included; milliseconds. */
async function timesBeside(act: () => Promise<unknown>, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isRunning = true;
  const ended = work.finally(() => {
    isRunning = false;
  });
  while (isRunning) times.push((await timed(() => pause(paceMs).then(act))) - paceMs);
  await ended;
  return times;
}
