import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{electron,renderer,shared,tests}/**/*.test.ts',
      '{electron,renderer,shared,tests}/**/*.test.tsx',
    ],
    pool: 'forks',
    // By itself it leaves one core idle, which on two is half the time.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
