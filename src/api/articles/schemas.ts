/** What goes in and out of the operations on articles. */

import * as z from 'zod/mini'
import { STATUSES } from '../../../feeds/model/article.ts'
import { Credit, CreditInput } from '../credits/schemas.ts'
import { named, said } from '../schema.ts'
import {
  date,
  httpUrl,
  instant,
  kind,
  languageTag,
  line,
  list,
  maybe,
  role,
  text,
} from '../shapes.ts'

export const articleId = said(
  z.string().check(z.regex(/^[1-9]\d{0,14}$/, 'the number of an article')),
  'Number of the article, as in its page’s address.',
)
const status = z.enum(STATUSES)
const correction = z.object({ at: instant, note: z.string() })

export const ProvenanceRecord = named(
  'Provenance',
  'Who reported it and where the original stands: the record that every format carries. What is unknown is absent.',
  z.object({
    canonical_url: maybe(z.string()),
    canonical_rule: maybe(said(z.string(), 'Which rule found it.')),
    url_as_fed: maybe(z.string()),
    published: maybe(
      z.object({ value: date, precision: z.enum(['year', 'month', 'day', 'second']) }),
    ),
    credits: maybe(
      z.array(
        z.object({
          name: z.string(),
          kind,
          agency_id: maybe(z.string()),
          role,
          text: maybe(z.string()),
          how: z.enum(['edited', 'declared', 'parsed']),
          target: maybe(z.string()),
        }),
      ),
    ),
    credit_text: maybe(said(z.array(z.string()), 'Credit lines as printed.')),
    publication: maybe(z.object({ name: z.string(), url: maybe(z.string()) })),
    via: maybe(
      said(
        z.array(
          z.object({
            name: z.string(),
            url: maybe(z.string()),
            feed_url: maybe(z.string()),
            feed_id: maybe(z.string()),
            at: maybe(instant),
          }),
        ),
        'Hops to here, nearest first.',
      ),
    ),
    upstream_feed: maybe(
      z.object({
        id: maybe(z.string()),
        url: maybe(z.string()),
        title: maybe(z.string()),
        updated: maybe(date),
      }),
    ),
    rights: maybe(
      z.object({
        notice: maybe(z.string()),
        holder: maybe(z.string()),
        license_url: maybe(z.string()),
      }),
    ),
    language: maybe(z.string()),
    status: maybe(status),
    corrections: maybe(z.array(correction)),
    photos: maybe(
      z.array(
        z.object({
          url: maybe(z.string()),
          caption: maybe(z.string()),
          credit_text: maybe(z.string()),
        }),
      ),
    ),
  }),
)

export const ArticleOut = named(
  'Article',
  'An article with who reported it.',
  z.object({
    id: z.int(),
    published_id: said(z.string(), 'Its id in every feed.'),
    page_url: said(z.string(), 'Its page here.'),
    source: said(z.string(), 'Slug of the source that it came from.'),
    status,
    embargo: maybe(said(instant, 'In no list, feed or search before.')),
    title: maybe(z.string()),
    summary: maybe(z.string()),
    body_html: maybe(
      said(z.string(), 'Safe to show. Only where one article is asked for, not in lists.'),
    ),
    updated: maybe(date),
    first_seen_at: instant,
    changed_at: maybe(instant),
    credits: z.array(Credit),
    tags: z.array(z.string()),
    media: z.array(
      z.object({
        url: maybe(z.string()),
        type: maybe(z.string()),
        width: maybe(z.number()),
        height: maybe(z.number()),
        title: maybe(z.string()),
        caption: maybe(z.string()),
        credit_text: maybe(z.string()),
      }),
    ),
    enclosures: z.array(
      z.object({ url: z.string(), type: maybe(z.string()), length: maybe(z.number()) }),
    ),
    doubts: said(z.array(z.string()), 'Why an editor should look at it.'),
    provenance: ProvenanceRecord,
  }),
)

export const ArticleList = named(
  'ArticleList',
  'A page of articles.',
  z.object({
    articles: z.array(ArticleOut),
    next: maybe(
      said(z.string(), 'Cursor of the next page: send it as `after`. Absent on the last.'),
    ),
  }),
)

const photo = z.strictObject({
  url: maybe(httpUrl),
  caption: maybe(text(5000)),
  credit: maybe(
    said(text(1000), 'The credit as printed with the picture.', 'Eva Novak/Agence Example'),
  ),
})

export const ArticleInput = named(
  'ArticleInput',
  'An article as you publish it. What you do not state stays unstated.',
  z.strictObject({
    id: maybe(
      said(
        text(2000),
        'Your own id: sending it again updates the article. Else `url` is the identity.',
      ),
    ),
    url: maybe(said(httpUrl, 'The original’s address.')),
    title: said(text(2000), 'Plain text.'),
    summary: maybe(said(text(20_000), 'Plain text.')),
    body_html: maybe(said(text(4_000_000), 'HTML; it is cleaned. Give this or body_markdown.')),
    body_markdown: maybe(said(text(4_000_000), 'Markdown. Give this or body_html.')),
    published: maybe(date),
    updated: maybe(date),
    embargo: maybe(
      said(instant, 'It is in no list, feed or search before; then it is published by itself.'),
    ),
    language: maybe(languageTag),
    byline: maybe(said(text(1000), 'Read like any byline.', 'By Anna Berger and Boris Keller')),
    credits: maybe(
      said(list(CreditInput), 'Declared credits: they count before what is read in the text.'),
    ),
    publication: maybe(z.strictObject({ name: line, url: maybe(httpUrl) })),
    rights: maybe(
      z.strictObject({
        notice: maybe(text(2000)),
        holder: maybe(line),
        license_url: maybe(httpUrl),
      }),
    ),
    photos: maybe(list(photo)),
    tags: maybe(list(line)),
  }),
)

export const MarkdownArticle = named(
  'MarkdownArticle',
  'A Markdown document with YAML front matter (title, author, date, url, ...).',
  z.string().check(z.minLength(1)),
)

export const ArticleEditInput = named(
  'ArticleEdit',
  'What an editor sets; what is not given stays. It survives when the upstream sends the article again.',
  z.strictObject({
    title: maybe(said(text(2000), 'Plain text.')),
    credits: maybe(
      said(list(CreditInput), 'All credits of the article, in place of those it has.'),
    ),
    status: maybe(
      said(
        status,
        'retracted: it stays in the feeds, marked. withheld: in no list. removed: its text is erased.',
      ),
    ),
    embargo: maybe(
      said(instant, 'Withholds it until then; in the future. Do not send a status with it.'),
    ),
    correction: maybe(
      said(text(5000), 'A note that is published with the article, with its time.'),
    ),
  }),
)

export const NinjsItem = named(
  'NinjsItem',
  'A text item of IPTC ninjs 1.x, 2.x or 3.x: uri, headline, body, byline, versioncreated, associations, ...',
  z.looseObject({ uri: text(2000) }),
)

export const articlesQuery = z.object({
  q: maybe(said(z.string().check(z.maxLength(500)), 'Full text, as a person types it.')),
  source: maybe(
    said(z.array(z.string().check(z.maxLength(200))), 'Slug of a source; several: any of them.'),
  ),
  agency: maybe(said(z.string().check(z.maxLength(200)), 'Id of an agency.', 'reuters')),
  person: maybe(
    said(z.string().check(z.maxLength(200)), 'A person’s name as a slug.', 'anna-berger'),
  ),
  role: maybe(said(role, 'Of the agency or person, or of anybody.')),
  tag: maybe(z.string().check(z.maxLength(500))),
  lang: maybe(languageTag),
  since: maybe(said(z.string().check(z.maxLength(40)), 'Published then or later.', '2025-05-16')),
  until: maybe(said(z.string().check(z.maxLength(40)), 'Published before.')),
  limit: maybe(said(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), '50 when not given.')),
  after: maybe(said(z.string().check(z.maxLength(200)), 'Cursor: `next` of the page before.')),
})
