/** The page for what went wrong: what happened, and where to go from here. */

import type { ErrorReport } from '../http/error.ts'
import { Layout } from './layout.tsx'
import type { Site } from './site.ts'

export const ErrorPage = ({ report, config }: { report: ErrorReport; config: Site }) => {
  const title = titleOf(report)
  return (
    <Layout title={title} config={config} head={<meta name="robots" content="noindex" />}>
      <p class="kicker">Error {report.status}</p>
      <h1>{title}</h1>
      <p class="lede">{report.message}</p>
      <search>
        <form class="search-form" action="/search">
          <div>
            <label for="q">Look for it</label>
            <div class="ask">
              <input type="search" id="q" name="q" />
              <button type="submit">Search</button>
            </div>
          </div>
        </form>
      </search>
      <ul>
        <li>
          <a href="/">The latest articles</a>
        </li>
        <li>
          <a href="/channels">Every feed that is published here</a>
        </li>
      </ul>
    </Layout>
  )
}

const TITLES: Readonly<Partial<Record<ErrorReport['code'], string>>> = {
  not_found: 'Not found',
  gone: 'No longer here',
  invalid: 'That could not be read',
  unauthorized: 'Please sign in',
  refused: 'Not allowed',
  conflict: 'Somebody else was faster',
  too_large: 'Too large',
  unavailable: 'Back in a moment',
}

const titleOf = ({ code }: ErrorReport): string => TITLES[code] ?? 'That did not work'
