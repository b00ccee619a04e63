import { denominations } from '../../shared/domain/shift-closing.ts';
import type { Caller, PendingAct } from './play.ts';

/**
 * The evening of each day with receptions: whoever took money counts the drawer and closes the shift. The sheets of
 * evenings long gone are on paper elsewhere.
 */
export function evenings(
  receivedAt: readonly string[],
  devices: readonly string[],
  at: (device: string, officeTime: string) => Caller,
): PendingAct[] {
  const days = new Set(receivedAt.map((time) => time.slice(0, 10)));
  return [...days].map((day) => {
    const time = `${day}T17:25`;
    return {
      at: time,
      run: async () => {
        for (const device of devices) await closeShift(at(device, time));
      },
    };
  });
}

async function closeShift({ shifts, slips }: Caller): Promise<void> {
  const { shift } = await shifts.current();
  if (shift === null) return;
  const { jobId } = await shifts.close({
    shiftId: shift.id,
    moves: shift.moves,
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
