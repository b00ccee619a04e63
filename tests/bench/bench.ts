import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openCounter } from '../../electron/counter.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { formatInteger } from '../../shared/domain/ratio.ts';
import { openDesk, optionsFor, reception } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';
import { bigRegister, lastDay } from './big-register.ts';
import { besideOf, type Line, p95, print, timed } from './lines.ts';
import { paintsOf } from './paint.ts';
import { readingLines } from './reading.ts';
import { benchForms, benchSlip } from './slip.ts';

/**
 * What the counter costs, as ratios within one run: machines differ and are noisy, a ratio to the bare disk or the
 * bare query is not. Sizes can be given: `npm run bench -- 100000 1000000`.
 */
const clerkDoor = { kind: 'loopback', device: 'window' } as const;
const sizes = process.argv.slice(2).map(Number);
const lines: Line[] = [];

lines.push(await receiveLine());
for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) lines.push(...(await bigLines(size)));
const slip = await benchSlip();
const { warmMedianMs, chromiumMedianMs } = slip;
if (chromiumMedianMs === null) throw new Error('No Chromium to compare the slip with: set MOT_CUA_CHROMIUM');
lines.push({
  what: 'one-page slip, warm, median',
  ours: warmMedianMs,
  bare: chromiumMedianMs,
  bareWhat: "headless Chromium's print-to-PDF",
  target: 50,
});
const slowest = await benchForms();
lines.push({
  what: `slowest form (${slowest.form}), warm, median`,
  ours: slowest.warmMedianMs,
  bare: chromiumMedianMs,
  bareWhat: "headless Chromium's print-to-PDF of the one-page slip",
  target: 50,
});
print(lines);
if (
  lines.some(({ ours, target }) => target !== undefined && ours > target) ||
  Math.max(warmMedianMs, slowest.warmMedianMs) >= chromiumMedianMs
) {
  process.exitCode = 1;
}

/** Through the whole door: HTTP request, zod, engine, numbers, journal, commit on disk. */
async function receiveLine(): Promise<Line> {
  await using desk = await openDesk();
  const rounds = 400;
  const ours: number[] = [];
  const bare: number[] = [];
  const file = join(desk.folder, 'fdatasync.bin');
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timed(async () => (await desk.post('/api/cases.receive', reception())).text()));
    bare.push(
      await timed(async () => {
        writeSync(descriptor, block);
        fdatasyncSync(descriptor);
      }),
    );
  }
  closeSync(descriptor);
  rmSync(file);
  const what = 'durable receive through the door, p95';
  return {
    what,
    ours: p95(ours.slice(50)),
    bare: p95(bare.slice(50)),
    bareWhat: 'fdatasync of 4 KiB, p95',
    target: 10,
  };
}

/** Search, board, lists, a case and an act on a register of `size` cases. */
async function bigLines(size: number): Promise<Line[]> {
  const folder = await bigRegister(size);
  const clock = () => Date.parse(`${lastDay}T09:15:00+07:00`);
  const counter = await openCounter({ ...optionsFor(folder), clock });
  const clerk = counter.caller(clerkDoor);
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  const db = connect(join(folder, 'register.db'), 'read');
  const bareQuery = prepared(
    db,
    'SELECT rowid FROM caseNames WHERE caseNames MATCH ? ORDER BY rowid DESC LIMIT 50',
  );
  const texts = [
    'nguyen van an',
    'Nguyễn Thị Hoa',
    'tran duc',
    'lo thi',
    'hoang minh tu',
    'Đặng Văn Đức',
    'giang',
    'le ngoc anh',
  ];
  const matchOf = (text: string) =>
    `folded : (${text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('đ', 'd')
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' AND ')} *)`;
  const search: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    for (const text of texts) {
      search.push(await timed(() => clerk.cases.search({ text, limit: 50 })));
      bare.push(await timed(async () => bareQuery.all(matchOf(text))));
    }
  }
  const board: number[] = [];
  for (let round = 0; round < 60; round += 1) board.push(await timed(() => clerk.cases.board()));
  const figures: number[] = [];
  const table: number[] = [];
  const meanwhile: number[] = [];
  const days = [
    { from: '2025-04-01', to: '2025-04-30' },
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2023-03-15', to: '2024-12-14' },
  ];
  for (let round = 0; round < 20; round += 1) {
    for (const period of days) {
      figures.push(await timed(() => clerk.statistics.page({ period })));
      const asked = timed(() => clerk.statistics.table({ period, by: 'procedure' }));
      meanwhile.push(await timed(() => clerk.cases.receive(reception())));
      table.push(await asked);
    }
  }
  const warnings: number[] = [];
  const past: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    warnings.push(await timed(() => clerk.warnings.list({})));
    past.push(await timed(() => clerk.warnings.past({})));
  }
  const list: number[] = [];
  const page: number[] = [];
  const act: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    for (const view of ['open', 'late', 'awaiting', 'ready', 'mine'] as const)
      list.push(await timed(() => clerk.cases.list({ view })));
  }
  const { rows } = await clerk.cases.list({ view: 'open' });
  for (const { id } of rows) {
    page.push(await timed(() => clerk.cases.get({ id })));
    const { state } = await clerk.cases.get({ id });
    const note = { id, version: state.version, act: { kind: 'visit', purpose: 'Hỏi' } } as const;
    act.push(await timed(() => clerk.cases.act(note)));
  }
  const cases = `${formatInteger(size)} cases`;
  const line = besideOf(cases, { ours: p95(bare.slice(texts.length)), what: 'the bare FTS query, p95' });
  const read = await readingLines(clerk, line);
  const paints = await paintsOf(counter, '/lanh-dao', '[aria-label="Chỉ số"] a');
  const paint = besideOf(cases, { ours: p95(paints.bare.slice(2)), what: 'the page to sign in, p95' });
  db.close();
  await counter.close();
  return [
    ...read,
    line('name search', search.slice(texts.length), 20),
    line('board', board.slice(3), 50),
    line("the leader's page", figures.slice(3), 50),
    paint("first paint of the leader's page", paints.first.slice(2), 1000),
    paint("figures on the leader's page", paints.figures.slice(2)),
    line("the leader's table by procedure", table.slice(3), 200),
    line('a receive while that table is read', meanwhile.slice(3), 20),
    line('what will likely be late', warnings.slice(3)),
    line('how often that came true', past.slice(3)),
    line('a page of what is open, late, awaited or ready', list.slice(10), 20),
    line('case page with its acts', page.slice(10), 15),
    line('durable act', act.slice(10), 25),
  ];
}
