import { findDigitalMiscounts, rebuildDigitalTallies } from '../register/digital/digital-tallies.ts';
import { findMiscounts, rebuildTallies } from '../register/figures/tallies.ts';
import { appendEntry } from '../register/journal.ts';
import { openRegister } from '../register/register.ts';
import { requireRegister } from '../register/verify.ts';

/** `--rebuild-figures`: all sums are summed again from what they sum, and the journal says so. Throws `StartError`. */
export function rebuildFigures(folder: string, say: (line: string) => void): number {
  requireRegister(folder);
  const register = openRegister(folder);
  try {
    const wrong = findMiscounts(register.read).length + findDigitalMiscounts(register.read).length;
    const entry = { at: new Date().toISOString(), personId: null, device: '', data: { wrong } };
    register.transact((tx) => {
      rebuildTallies(tx);
      rebuildDigitalTallies(tx);
      appendEntry(tx, { ...entry, kind: 'tallies.rebuilt', subject: 'tallies' });
    });
    say(
      `Đã cộng lại số cộng dồn của sổ ${folder}: ${wrong} chỗ khác trước. Hồ sơ, hỗ trợ số và nhật ký không đổi.`,
    );
    return 0;
  } finally {
    register.close();
  }
}
