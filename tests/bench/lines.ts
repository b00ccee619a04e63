/** A line of the bench's table. */
export interface Line {
  what: string;
  ours: number;
  bare: number;
  bareWhat: string;
  /** Milliseconds; undefined where only the ratio is asked for. */
  target: number | undefined;
}

/** Milliseconds that it took. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** Lines of one register, all beside the same bare figure. */
export function besideOf(cases: string, bare: { ours: number; what: string }) {
  return (what: string, times: readonly number[], target?: number): Line => ({
    what: `${what}, ${cases}, p95`,
    ours: p95(times),
    bare: bare.ours,
    bareWhat: bare.what,
    target,
  });
}

export function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

export function print(rows: Line[]): void {
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  console.log('| what | ours | beside it | ratio | target | |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const { what, ours, bare, bareWhat, target } of rows) {
    const verdict = target === undefined ? '' : ours <= target ? 'met' : 'MISSED';
    const limit = target === undefined ? '' : `≤ ${target} ms`;
    console.log(
      `| ${what} | ${ms(ours)} | ${bareWhat} ${ms(bare)} | ${(ours / bare).toFixed(2)} | ${limit} | ${verdict} |`,
    );
  }
}
