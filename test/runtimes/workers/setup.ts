/** Each test file in workerd starts with a D1 database of its own, migrated as wrangler does it. */

import { applyD1Migrations, env } from 'cloudflare:test'

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
