import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests on real servers, which test/services/global-setup.ts brings; the others run without. */
const onServers = ['test/{api,store,queue,integration,faults}/**/*.test.ts'];

export default defineConfig({
  resolve: {
    alias: [{ find: /^\.{1,2}\/load-pipeline\.ts$/, replacement: fileURLToPath(new URL('test/eager-pipeline.ts', import.meta.url)) }],
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: onServers } },
      {
        extends: true,
        test: {
          name: 'servers',
          include: onServers,
          globalSetup: ['test/services/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
