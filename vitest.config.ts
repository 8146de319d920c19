import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages', 'engines', 'features', 'apps', 'tools']
      .map((f) => `${f}/**/test/**/*.test.ts`)
      .concat('test/**/*.test.ts'),
    globalSetup: ['./test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
