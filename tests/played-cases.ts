import type { TimeLimit } from '../shared/domain/time-limit.ts';
import { type Desk, reception } from './desk.ts';

/** Receives at an office time, under a limit of the ward's own. */
export async function dueOf(desk: Desk, receivedAt: string, timeLimit: TimeLimit): Promise<string | null> {
  desk.setTime(receivedAt);
  await desk.clerk.catalogue.save({
    code: '1.004873',
    effectiveFrom: '2024-01-01',
    feeVnd: null,
    timeLimit,
  });
  return (await desk.clerk.cases.receive(reception())).dueAt;
}

/** Hands a case over to the officer. */
export const handOver = (desk: Desk, id: number, version = 1) =>
  desk.clerk.cases.act({ id, version, act: { kind: 'handover', toPersonId: desk.officerId } });

/** Cases over two weeks: some done early, some late, some waiting, some left. */
export async function playedWeeks(desk: Desk): Promise<void> {
  for (let day = 2; day <= 13; day++) {
    for (let n = 0; n < 4; n++) {
      desk.setTime(`2026-03-${String(day + 4).padStart(2, '0')}T0${8 + (n % 2)}:00`);
      const { id } = await desk.clerk.cases.receive(reception());
      await handOver(desk, id);
      if (n === 0) continue;
      if (n === 3) {
        await desk.clerk.cases.act({
          id,
          version: 2,
          act: { kind: 'askSupplement', items: [{ name: 'Ảnh' }], reason: 'Thiếu' },
        });
        continue;
      }
      desk.setTime(`2026-03-${String(day + 4 + (n === 1 ? 1 : 6)).padStart(2, '0')}T10:00`);
      await desk.clerk.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
    }
  }
}

/** Every line of the list of all cases. */
export async function everyCase(desk: Desk) {
  const rows = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof desk.clerk.cases.list>> = await desk.clerk.cases.list({ cursor });
    rows.push(...page.rows);
    cursor = page.nextCursor;
    if (cursor === null) return rows;
  }
}
