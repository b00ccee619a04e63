import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{electron,renderer,shared,tests}/**/*.test.ts',
      '{electron,renderer,shared,tests}/**/*.test.tsx',
    ],
    pool: 'forks',
    // The files of a worker share their modules: a tenth of the run. What a test changes beyond its own folder, as
    // process.env, timers or a prototype, it puts back itself.
    isolate: false,
    // By itself it leaves one core idle, which on two is half the time.
    maxWorkers: '100%',
    testTimeout: 60_000,
    globalSetup: './tests/run-folder.ts',
  },
});
