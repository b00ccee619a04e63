import { AppError } from '../../../shared/errors.ts';
import type { Register } from '../../register/register.ts';

/** The exports that are made now: they live in memory alone, tell how far they are and can be ended. */

export interface RunProgress {
  done: number;
  /** Null while it is being counted. */
  total: number | null;
}

interface Run extends RunProgress {
  cancel(): void;
}

const runs = new WeakMap<Register, Map<string, Run>>();

const runsOf = (register: Register): Map<string, Run> => {
  const known = runs.get(register) ?? new Map<string, Run>();
  runs.set(register, known);
  return known;
};

/** Throws cancelled at once when the export shall end; `work` then learns it from the next `tell`. */
export async function asRun<T>(
  register: Register,
  id: string,
  work: (tell: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const cancelled = Promise.withResolvers<never>();
  const run: Run = {
    done: 0,
    total: null,
    cancel: () => {
      end.abort();
      cancelled.reject(new AppError('cancelled'));
    },
  };
  const tell = (done: number, total: number): void => {
    if (end.signal.aborted) throw new AppError('cancelled');
    Object.assign(run, { done, total });
  };
  const known = runsOf(register);
  known.set(id, run);
  try {
    return await Promise.race([work(tell), cancelled.promise]);
  } finally {
    known.delete(id);
  }
}

export function runOf(register: Register, id: string): RunProgress | null {
  const run = runsOf(register).get(id);
  return run ? { done: run.done, total: run.total } : null;
}

export function cancelRun(register: Register, id: string): void {
  runsOf(register).get(id)?.cancel();
}
