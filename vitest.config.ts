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
          setupFiles: ['test/setup.ts'],
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
              // No test reaches a network: this is all the world that a worker sees.
              outboundService: (request: { url: string }) => upstreamFor(request.url) as never,
              bindings: { TEST_MIGRATIONS: await readD1Migrations(migrations) },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['test/runtimes/workers/**/*.test.ts', 'test/**/*.both.test.ts'],
          setupFiles: ['test/setup.ts', 'test/runtimes/workers/setup.ts'],
          deps: { optimizer: { ssr: { enabled: true, include: ['sanitize-html'] } } },
          testTimeout: 30_000,
        },
      },
    ],
  },
})

/** The one upstream of the tests in workerd. */
function upstreamFor(url: string): Response {
  if (url !== 'https://upstream.example/feed.xml') return new Response(null, { status: 404 })
  const item =
    '<item><title>Kites over the harbour</title><link>https://upstream.example/kites</link><description>They flew. (AFP)</description></item>'
  return new Response(
    `<rss version="2.0"><channel><title>Upstream Post</title>${item}</channel></rss>`,
    { headers: { 'content-type': 'application/rss+xml' } },
  )
}
