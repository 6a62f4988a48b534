/** An article of the store as the API says it. */

import type * as z from 'zod/mini'
import type { StoredArticle } from '../../../db/store.ts'
import type { ArticleMedia } from '../../../feeds/model/article.ts'
import type { Credit } from '../../../feeds/model/credit.ts'
import type { SafeHtml } from '../../../feeds/model/html.ts'
import { recordOf } from '../../../feeds/model/provenance.ts'
import type { Config } from '../../config.ts'
import type { Credit as CreditOut } from '../credits/schemas.ts'
import { given } from '../shapes.ts'
import type { ArticleOut } from './schemas.ts'

type Out = z.input<typeof ArticleOut>

/** Names a version of an article, for If-Match. */
export const etagOf = ({ seq }: StoredArticle): string => `"${seq}"`

export function presentArticle(stored: StoredArticle, { baseUrl }: Pick<Config, 'baseUrl'>): Out {
  const { article } = stored
  return {
    id: stored.id,
    published_id: article.publishedId,
    page_url: `${baseUrl}/articles/${stored.id}`,
    source: stored.sourceSlug,
    status: article.status,
    ...given({ embargo: article.embargo }),
    ...given({ title: article.title, summary: article.summary, updated: article.updated }),
    first_seen_at: article.firstSeenAt,
    ...given({ changed_at: article.changedAt }),
    credits: article.credits.map(presentCredit),
    tags: article.tags.map(({ term }) => term),
    media: article.media.map(presentMedia),
    enclosures: article.enclosures.map(({ url, type, length }) => ({
      url,
      ...given({ type, length }),
    })),
    doubts: [...article.doubts],
    provenance: recordOf(article) as Out['provenance'],
  }
}

/** With its body. */
export const presentWhole = (
  stored: StoredArticle,
  body: SafeHtml | undefined,
  config: Pick<Config, 'baseUrl'>,
): Out => ({
  ...presentArticle(stored, config),
  ...given({ body_html: body as string | undefined }),
})

const presentCredit = (credit: Credit): z.input<typeof CreditOut> => ({
  name: credit.name,
  kind: credit.kind,
  ...given({ agency_id: credit.agencyId }),
  role: credit.role,
  ...given({ target: credit.target }),
  evidence: credit.evidence.map(({ how, text, at, span }) => ({
    how,
    ...given({ text, at, span: span && [...span] }),
  })),
})

const presentMedia = (media: ArticleMedia): Out['media'][number] =>
  given({
    url: media.url,
    type: media.type,
    width: media.width,
    height: media.height,
    title: media.title,
    caption: media.caption,
    credit_text: media.creditText,
  })
