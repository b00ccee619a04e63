import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Tally {
  name: string;
  passed: number;
  failed: number;
  /** What did not run, and why where the test says so. */
  skipped: string[];
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** The sums of Vitest's JSON report. A file that could not even be loaded is a failure, and so is a runner that fell. */
export function readVitest(file: string, runnerPassed: boolean): Tally {
  const tally: Tally = { name: 'units', passed: 0, failed: 0, skipped: [] };
  const report = readJson(file, vitestSchema);
  for (const result of report?.testResults ?? []) {
    const { failed } = tally;
    for (const { fullName, status } of result.assertionResults) {
      if (status === 'passed') tally.passed++;
      else if (status === 'failed') tally.failed++;
      else tally.skipped.push(fullName);
    }
    if (result.status === 'failed' && tally.failed === failed) tally.failed++;
  }
  return withRunner(tally, runnerPassed);
}

const playwrightTestSchema = z.object({
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
});
const suiteSchema = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(playwrightTestSchema) })).default([]),
  get suites() {
    return z.array(suiteSchema).default([]);
  },
});
const playwrightSchema = z.object({ suites: z.array(suiteSchema) });

/** The sums of Playwright's JSON report. */
export function readPlaywright(file: string, runnerPassed: boolean): Tally {
  const tally: Tally = { name: 'end to end', passed: 0, failed: 0, skipped: [] };
  const walk = (suite: z.infer<typeof suiteSchema>): void => {
    for (const spec of suite.specs) {
      for (const { status, annotations } of spec.tests) {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        if (status === 'unexpected') tally.failed++;
        else if (status !== 'skipped') tally.passed++;
        else tally.skipped.push(reason === undefined ? spec.title : `${spec.title} (${reason})`);
      }
    }
    suite.suites.forEach(walk);
  };
  readJson(file, playwrightSchema)?.suites.forEach(walk);
  return withRunner(tally, runnerPassed);
}

export function addUp(tallies: readonly Tally[]): Tally {
  return {
    name: 'all',
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

function withRunner(tally: Tally, runnerPassed: boolean): Tally {
  return runnerPassed || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function readJson<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
