/** Answers with a page: kept by browsers, asked about each time, so that a correction is seen at once. */

import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Deps } from '../deps.ts'
import { isCurrent } from '../http/conditional.ts'

type Sha256 = Pick<Deps, 'sha256'>

export const sendPage = async (
  c: Context,
  deps: Sha256,
  page: HtmlEscapedString | Promise<HtmlEscapedString>,
): Promise<Response> => sendText(c, deps, String(await page), 'text/html; charset=UTF-8')

export function sendText(
  c: Context,
  { sha256 }: Sha256,
  text: string,
  contentType: string,
): Response {
  const etag = `"${sha256(text).slice(0, 20)}"`
  const headers = { etag, 'cache-control': 'no-cache' }
  if (isCurrent(c.req.raw.headers, { etag })) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': contentType })
}
