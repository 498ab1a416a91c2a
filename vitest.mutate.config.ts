import { defineConfig } from 'vitest/config';

/** The tests of pure code and of document reading, which need no database: what `npm run mutate` runs on each mutant. */
export default defineConfig({
  test: {
    include: [
      'src/kernel/**/*.test.ts',
      'src/modules/plan/domain/**/*.test.ts',
      'src/modules/work/domain/**/*.test.ts',
      'src/server/documents/**/*.test.ts',
    ],
    testTimeout: 30_000,
  },
});
