import { denominations } from '../../shared/domain/shift-closing.ts';
import type { Caller, PendingAct } from './play.ts';

/**
 * The drawer of each day with receptions at the counter: change money in the morning, and in the evening whoever took money counts
 * it and closes the shift. The sheets of evenings long gone are on paper elsewhere.
 */
export function drawers(
  receivedAt: readonly string[],
  devices: readonly string[],
  at: (device: string, officeTime: string) => Caller,
): PendingAct[] {
  const days = new Set(receivedAt.map((time) => time.slice(0, 10)));
  return [...days].flatMap((day) => {
    const [morning, evening] = [`${day}T06:55`, `${day}T17:25`];
    return [
      {
        at: morning,
        run: async () => {
          await at('window', morning).shifts.open({ floatVnd: 200_000 });
        },
      },
      {
        at: evening,
        run: async () => {
          for (const device of devices) await closeShift(at(device, evening));
        },
      },
    ];
  });
}

async function closeShift({ shifts, slips }: Caller): Promise<void> {
  const { shift } = await shifts.current();
  if (shift === null) return;
  const { jobId } = await shifts.close({
    shiftId: shift.id,
    moves: shift.moves,
    expectedVnd: shift.expectedVnd,
    pieces: piecesOf(shift.expectedVnd),
    witnessName: 'Hà Thị Xuân',
  });
  await slips.mark({ id: jobId, state: 'skipped', reason: 'Đã ký và lưu trên giấy' });
}

/** The fewest notes and coins that make a sum. */
function piecesOf(amountVnd: number): Record<string, number> {
  let rest = amountVnd;
  return Object.fromEntries(
    denominations.map((value) => {
      const pieces = Math.floor(rest / value);
      rest -= pieces * value;
      return [String(value), pieces];
    }),
  );
}
