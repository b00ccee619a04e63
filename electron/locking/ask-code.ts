import { createInterface } from 'node:readline/promises';
import { findingWords } from '../../shared/start-finding.ts';
import { StartError } from '../start-error.ts';
import { isShut, unlockByCode } from './unlock.ts';

/** Where a program without a person finds the code of a locked register. */
const variable = 'MOT_CUA_MA_SO';

/**
 * Opens a locked register for a program of the command line: by the code in MOT_CUA_MA_SO, or as somebody types it. Does nothing
 * for a register that is open. Throws StartError.
 */
export async function askCode(folder: string): Promise<void> {
  if (!isShut(folder)) return;
  const given = process.env[variable];
  if (given === undefined && !process.stdin.isTTY) {
    const { title } = findingWords({ kind: 'locked' });
    throw new StartError(`${title} Đặt mã vào biến môi trường ${variable} rồi chạy lại.`);
  }
  if (!unlockByCode(folder, given ?? (await ask()))) throw new StartError('Mã không mở được sổ này.');
}

async function ask(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question('Mã của sổ: ');
  } finally {
    lines.close();
  }
}
