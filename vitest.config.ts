import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{electron,renderer,shared,tests}/**/*.test.ts',
      '{electron,renderer,shared,tests}/**/*.test.tsx',
    ],
    pool: 'forks',
    testTimeout: 60_000,
  },
});
