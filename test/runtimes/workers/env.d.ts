/** The bindings of the tests that run in workerd. */

import type { D1Migration } from '@cloudflare/vitest-pool-workers'
import type { D1Database } from '@cloudflare/workers-types'

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database
      TEST_MIGRATIONS: D1Migration[]
    }
  }
}
