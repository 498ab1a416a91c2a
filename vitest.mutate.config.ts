import { defineConfig } from 'vitest/config';

/**
 * The tests of pure code and of document reading, which need no database: what `npm run mutate` runs on each mutant. The
 * 100,000 random due dates are left out: they take seconds, and the tables beside them are to kill a mutant alone.
 */
export default defineConfig({
  test: {
    include: [
      'src/kernel/**/*.test.ts',
      'src/modules/plan/domain/**/*.test.ts',
      'src/modules/work/domain/**/*.test.ts',
      'src/modules/dossier/domain/{deadline,golden}/**/*.test.ts',
      'src/server/documents/**/*.test.ts',
    ],
    exclude: ['**/against-naive.test.ts'],
    testTimeout: 30_000,
  },
});
