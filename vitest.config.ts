import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'

const migrations = fileURLToPath(new URL('./db/migrations', import.meta.url))

// Three projects: `node` runs everything on Node and better-sqlite3; `workers` runs test/runtimes/workers and every
// *.both.test.ts inside workerd with a local D1; `browser` opens the pages in a real Chromium.
export default defineConfig({
  test: {
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'dist/test-report.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/runtimes/workers/**', 'test/browser/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              cf: false,
              bindings: { TEST_MIGRATIONS: await readD1Migrations(migrations) },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['test/runtimes/workers/**/*.test.ts', 'test/**/*.both.test.ts'],
          setupFiles: ['test/runtimes/workers/setup.ts'],
          deps: { optimizer: { ssr: { enabled: true, include: ['sanitize-html'] } } },
          testTimeout: 30_000,
        },
      },
    ],
  },
})
