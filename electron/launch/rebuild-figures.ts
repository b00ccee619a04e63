import { appendEntry } from '../register/journal.ts';
import { openRegister } from '../register/register.ts';
import { findMiscounts, rebuildTallies } from '../register/tallies.ts';
import { requireRegister } from '../register/verify.ts';

/** `--rebuild-figures`: the monthly sums are summed again from the cases, and the journal says so. Throws `StartError`. */
export function rebuildFigures(folder: string, say: (line: string) => void): number {
  requireRegister(folder);
  const register = openRegister(folder);
  try {
    const wrong = findMiscounts(register.read).length;
    const entry = { at: new Date().toISOString(), personId: null, device: '', data: { wrong } };
    register.transact((tx) => {
      rebuildTallies(tx);
      appendEntry(tx, { ...entry, kind: 'tallies.rebuilt', subject: 'tallies' });
    });
    say(`Đã cộng lại số cộng dồn của sổ ${folder}: ${wrong} chỗ khác trước. Hồ sơ và nhật ký không đổi.`);
    return 0;
  } finally {
    register.close();
  }
}
