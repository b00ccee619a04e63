import { AppError } from '../../shared/errors.ts';
import type { Register } from '../register/register.ts';

/** What each desk is exporting now: lives in memory alone, and tells how far it is and whether it shall end. */

export interface RunProgress {
  done: number;
  total: number;
}

interface Run extends RunProgress {
  isCancelled: boolean;
}

const runs = new WeakMap<Register, Map<string, Run>>();

const runsOf = (register: Register): Map<string, Run> => {
  const known = runs.get(register) ?? new Map<string, Run>();
  runs.set(register, known);
  return known;
};

/** Runs one export of a desk; an earlier one of the same desk ends. `tell` throws cancelled once it shall. */
export async function asRun<T>(
  { register, device, total }: { register: Register; device: string; total: number },
  work: (tell: (done: number) => void) => Promise<T>,
): Promise<T> {
  cancelRun(register, device);
  const run: Run = { done: 0, total, isCancelled: false };
  const known = runsOf(register);
  known.set(device, run);
  try {
    return await work((done) => {
      if (run.isCancelled) throw new AppError('cancelled');
      run.done = done;
    });
  } finally {
    if (known.get(device) === run) known.delete(device);
  }
}

export function runOf(register: Register, device: string): RunProgress | null {
  const run = runsOf(register).get(device);
  return run ? { done: run.done, total: run.total } : null;
}

export function cancelRun(register: Register, device: string): void {
  const run = runsOf(register).get(device);
  if (run) run.isCancelled = true;
}
