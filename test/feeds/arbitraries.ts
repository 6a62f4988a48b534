// Articles for property tests: every field, and texts that break careless writers.
import fc from 'fast-check'
import type { Article, ArticleMedia } from '../../feeds/model/article.ts'
import { STATUSES } from '../../feeds/model/article.ts'
import { type Channel, DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import { type Credit, type Evidence, ROLES } from '../../feeds/model/credit.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import { asciiUrl } from '../../feeds/model/url.ts'

const HOSTILE = [
  ']]>',
  '&amp;',
  '&amp;amp;',
  '<b>bold</b>',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '&nbsp;',
  '\u0000',
  '\u0001\u001f',
  '\ud800',
  '\udfff',
  '\ufffe\uffff',
  '\r\n',
  '\t',
  '\u2028',
  '\u200f‫שלום‬',
  '\u202e',
  '👩‍👩‍👧',
  '"quoted"; and. More',
  "it's",
  'Photo: X. Original: https://a.example/',
  '{"__proto__":{}}',
  '…',
]

/** Any UTF-16 at all, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
      },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

/** A text with something in it, as a name has. */
export const anyName: fc.Arbitrary<string> = anyText.map((text) => `Ann ${text} Lee`)

/** Names as they are printed, for what has to be read back out of words. */
export const printedName: fc.Arbitrary<string> = fc.constantFrom(
  'Mara Lindqvist',
  'Jean-Luc d’Aubigny',
  'O. K. Brandt',
  'Sinéad Ní Bhriain',
  'Ministry of Harbours',
  'Marsh & Sons; Photographers',
  'The "Owl" Desk',
  'Northern Wire Inc.',
  'Анна Речная',
  '山田 葵',
  'سلمى الحدّاد',
  'A: B Studios',
  'Yes! Pictures',
)

const url = fc
  .tuple(
    fc.constantFrom(
      'https://paper.example',
      'http://gazette.example',
      'https://xn--zrich-kva.example',
    ),
    fc.constantFrom('/2025/05/a-story', '/a?b=1&c=%20d', '/ä/日本', "/o'neil(1)", '/'),
  )
  .map(([host, path]) => host + path)

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`)
const dateText = fc.oneof(
  instant,
  day,
  day.map((d) => d.slice(0, 7)),
  day.map((d) => d.slice(0, 4)),
)

const evidence: fc.Arbitrary<Evidence> = fc.record(
  { how: fc.constantFrom('declared', 'parsed', 'edited'), text: anyText, at: fc.constant('end') },
  { requiredKeys: ['how'] },
)

export const creditOf = (name: fc.Arbitrary<string>): fc.Arbitrary<Credit> =>
  fc.record(
    {
      name,
      kind: fc.constantFrom('person', 'organization'),
      agencyId: fc.constantFrom('reuters', 'afp'),
      role: fc.constantFrom(...ROLES),
      target: url,
      evidence: evidence.map((one): [Evidence] => [one]),
    },
    { requiredKeys: ['name', 'kind', 'role', 'evidence'] },
  )

const media: fc.Arbitrary<ArticleMedia> = fc.record(
  {
    url,
    type: fc.constantFrom('image/jpeg', 'video/mp4'),
    medium: fc.constantFrom('image', 'video'),
    width: fc.nat(5000),
    title: anyText,
    caption: anyText,
    creditText: anyText,
    copyright: anyText,
  },
  { requiredKeys: [] },
)

const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })

export const articleOf = (name: fc.Arbitrary<string> = anyName): fc.Arbitrary<Article> =>
  fc.record(
    {
      upstreamId: fc.constant('upstream-1'),
      guid: fc.string(),
      publishedId: fc.oneof(
        fc.uuid().map((id) => `urn:uuid:${id}`),
        url,
      ),
      title: anyText,
      canonicalUrl: url,
      canonicalRule: fc.constant('link'),
      urlAsFed: anyText,
      published: dateText,
      updated: dateText,
      firstSeenAt: instant,
      changedAt: instant,
      language: fc.constantFrom('en', 'de-AT', 'ar', 'zh-Hant', 'no language', 'xx'),
      summary: anyText,
      body: anyText.map((text) => ({
        clean: false as const,
        html: rawHtml(`<p>${text}</p><p>End`),
      })),
      credits: list(creditOf(name)),
      creditText: list(anyText),
      publication: fc.record({ name, url }, { requiredKeys: ['name'] }),
      via: list(
        fc.record(
          { name, url, feedUrl: url, feedId: anyText, at: instant },
          { requiredKeys: ['name'] },
        ),
      ),
      upstreamFeed: fc.record(
        { id: anyText, url, title: anyText, updated: dateText },
        { requiredKeys: [] },
      ),
      rights: fc.record(
        { notice: anyText, holder: anyText, licenseUrl: url },
        { requiredKeys: [] },
      ),
      media: fc.uniqueArray(media, {
        maxLength: 3,
        selector: (one) => asciiUrl(one.url) ?? `${one.caption} ${one.creditText}`,
      }),
      enclosures: list(
        fc.record(
          { url, type: fc.constant('audio/mpeg'), length: fc.nat(), duration: fc.nat(9999) },
          { requiredKeys: ['url'] },
        ),
      ),
      tags: list(
        fc.record({ term: anyName, scheme: url, label: anyText }, { requiredKeys: ['term'] }),
      ),
      related: fc.constant([]),
      comments: url,
      podcast: fc.constantFrom({
        season: '2',
        episode: '7',
        explicit: false,
        duration: 1234,
        transcripts: [{ url: 'https://paper.example/t.vtt', type: 'text/vtt' }],
      }),
      status: fc.constantFrom(...STATUSES),
      corrections: list(fc.record({ at: instant, note: anyText })),
      doubts: fc.constant([]),
    },
    {
      requiredKeys: [
        'upstreamId',
        'guid',
        'publishedId',
        'firstSeenAt',
        'credits',
        'creditText',
        'via',
        'media',
        'enclosures',
        'tags',
        'related',
        'status',
        'corrections',
        'doubts',
      ],
    },
  )

export const CHANNEL: Channel = {
  slug: 'harbour',
  title: 'Harbour & <coast>',
  description: 'Everything from the quays',
  language: 'en',
  rights: '© each publication',
  icon: 'https://news.example/icon.png',
  hubs: ['https://hub.example/'],
  selection: {},
  presentation: DEFAULT_PRESENTATION,
}
