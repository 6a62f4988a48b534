/** An invented newsroom: articles of several languages, ways and troubles, for the tests of pages and browsers. */

import type { IncomingArticle } from '../../../db/store.ts'
import type { Article, ViaStep } from '../../../feeds/model/article.ts'
import type { Credit, Evidence, Role } from '../../../feeds/model/credit.ts'
import { rawHtml } from '../../../feeds/model/html.ts'

export const NOW = '2026-05-16T12:00:00Z'

export function credit(
  name: string,
  role: Role,
  evidence: Evidence,
  more: Partial<Credit> = {},
): Credit {
  return { name, role, kind: 'person', evidence: [evidence], ...more }
}

const agency = (
  name: string,
  role: Role,
  evidence: Evidence,
  agencyId = name.toLowerCase(),
): Credit => credit(name, role, evidence, { kind: 'organization', agencyId })

const bylineOf = (name: string): Evidence => ({ how: 'declared', at: 'dc:creator', text: name })

const read = (text: string, name: string, at = 'end'): Evidence => {
  const start = text.indexOf(name)
  return { how: 'parsed', text, at, span: [start, start + name.length] }
}

export function article(guid: string, more: Partial<Article> = {}): Article {
  return {
    upstreamId: 'harbour',
    guid,
    publishedId: `urn:uuid:00000000-0000-5000-8000-${guid.padStart(12, '0').slice(-12)}`,
    firstSeenAt: '2026-05-16T10:05:00Z',
    canonicalRule: 'link',
    language: 'en',
    credits: [],
    creditText: [],
    via: [],
    media: [],
    enclosures: [],
    tags: [],
    related: [],
    status: 'published',
    corrections: [],
    doubts: [],
    ...more,
  }
}

const GAZETTE = {
  publication: { name: 'The Harbour Gazette', url: 'https://harbour-gazette.example/' },
  upstreamFeed: {
    url: 'https://harbour-gazette.example/rss',
    title: 'Harbour Gazette: News',
    updated: '2026-05-16T09:50:00Z',
  },
  rights: { notice: '© 2026 The Harbour Gazette' },
}

const VIA: readonly ViaStep[] = [
  {
    name: 'Coast Wire Digest',
    url: 'https://coast-digest.example/',
    feedUrl: 'https://coast-digest.example/feed.atom',
    at: '2026-05-16T10:00:00Z',
  },
]

const LINE =
  'Reporting by Ada Brandt in Port Ellis; Reuters and AFP contributed. Editing by Noor Halim.'
const PHOTO = 'https://pictures.example/ferry.jpg'

/** Everything that an article page can show. */
export const FERRY = article('1', {
  ...GAZETTE,
  title: 'Night ferry returns after nine years as islands bet on a quieter way to travel',
  canonicalUrl: 'https://harbour-gazette.example/2026/05/night-ferry-returns',
  urlAsFed: 'https://harbour-gazette.example/2026/05/night-ferry-returns?utm_source=rss',
  published: '2026-05-16T09:30:00Z',
  updated: '2026-05-16T09:48:00Z',
  summary:
    'The first overnight crossing since 2017 left Port Ellis with 212 passengers, a choir and a goat. Operators say bookings for the summer are twice what they had hoped for.',
  body: {
    clean: false,
    html: rawHtml(`<p>PORT ELLIS — The first overnight crossing since 2017 left the harbour on Friday evening with 212 passengers, a choir and a goat that nobody claimed.</p>
<p>Operators say bookings for the summer are twice what they had hoped for. “We thought people would come for the price,” said the line’s director, <a href="https://harbour-gazette.example/people/lindqvist">Maren Lindqvist</a>. “They come for the eight hours without a signal.”</p>
<h1>A slower timetable</h1><p>The crossing takes longer than it did: engines run at two thirds of their power, which halves the fuel. The islands’ council paid for the berth and expects to have its money back in four seasons.</p>
<blockquote><p>Nobody aboard asked when we would arrive.</p></blockquote>
<ul><li>Departures: Mondays, Wednesdays and Fridays</li><li>Cabins: 84, of which six are for families</li></ul>
<p><em>${LINE}</em></p>`),
  },
  credits: [
    credit('Ada Brandt', 'author', bylineOf('Ada Brandt'), {
      evidence: [bylineOf('Ada Brandt'), read(LINE, 'Ada Brandt')],
    }),
    agency('Reuters', 'contributed', read(LINE, 'Reuters')),
    agency('AFP', 'contributed', read(LINE, 'AFP')),
    credit('Noor Halim', 'editing', read(LINE, 'Noor Halim')),
    credit('Kim Osei', 'photo', read('Photo: Kim Osei / Harbour Gazette', 'Kim Osei', 'caption'), {
      target: PHOTO,
    }),
  ],
  creditText: [LINE],
  via: VIA,
  media: [
    {
      url: PHOTO,
      medium: 'image',
      width: 1200,
      height: 800,
      title: 'A white ferry at dusk, lit from inside, leaving a stone harbour',
      caption: 'The Lady Ellis leaves for the outer islands.',
      creditText: 'Photo: Kim Osei / Harbour Gazette',
    },
  ],
  tags: [
    { term: 'ferries', label: 'Ferries' },
    { term: 'islands', label: 'Islands' },
  ],
  related: [
    {
      title: 'What happened to the old night boat',
      url: 'https://harbour-gazette.example/2017/11/last',
    },
  ],
})

const WIRE_LINE = 'MARLOW (dpa)'

export const SAMPLE: readonly Article[] = [
  FERRY,
  article('2', {
    upstreamId: 'kueste',
    title: 'Gemeinderat von Marlow beschließt den Bau der neuen Deichschule',
    canonicalUrl: 'https://kuestenblatt.example/marlow-deichschule',
    published: '2026-05-16T08:12:00Z',
    language: 'de',
    summary:
      'Nach vier Stunden Debatte fiel die Entscheidung mit einer Stimme Mehrheit. Der Bau soll im Herbst beginnen.',
    body: {
      clean: false,
      html: rawHtml(
        '<p>MARLOW (dpa) - Nach vier Stunden Debatte fiel die Entscheidung mit einer Stimme Mehrheit.</p><p>Der Bau soll im Herbst beginnen.</p>',
      ),
    },
    publication: { name: 'Küstenblatt', url: 'https://kuestenblatt.example/' },
    upstreamFeed: { url: 'https://kuestenblatt.example/feed.xml', title: 'Küstenblatt' },
    credits: [agency('dpa', 'wire', read(WIRE_LINE, 'dpa', 'dateline'))],
    creditText: [WIRE_LINE],
    tags: [{ term: 'Bildung' }],
  }),
  article('3', {
    upstreamId: 'mina',
    title: 'الميناء القديم يفتح أبوابه أمام الزوار بعد ترميم استمر ثلاث سنوات',
    canonicalUrl: 'https://almina.example/news/3',
    published: '2026-05-15',
    language: 'ar',
    summary:
      'قال مدير المشروع إن الأرصفة الحجرية أعيدت إلى شكلها الأول، وإن الدخول سيكون مجانيا حتى نهاية الصيف.',
    body: {
      clean: false,
      html: rawHtml(
        '<p>قال مدير المشروع إن الأرصفة الحجرية أعيدت إلى شكلها الأول.</p><p>وأضاف أن الدخول سيكون مجانيا حتى نهاية الصيف.</p>',
      ),
    },
    publication: { name: 'صحيفة الميناء', url: 'https://almina.example/' },
    upstreamFeed: { url: 'https://almina.example/rss', title: 'صحيفة الميناء' },
    credits: [
      credit('سلمى الحداد', 'author', bylineOf('سلمى الحداد')),
      agency('AFP', 'contributed', read('شارك في التغطية: أ ف ب (AFP)', 'AFP')),
    ],
    creditText: ['شارك في التغطية: أ ف ب (AFP)'],
  }),
  article('4', {
    ...GAZETTE,
    title: 'Council withdraws report on harbour dues',
    canonicalUrl: 'https://harbour-gazette.example/2026/05/dues',
    published: '2026-05-15T16:40:00Z',
    summary:
      'An earlier version of this article gave figures that the council has since withdrawn.',
    status: 'retracted',
    credits: [credit('Tomas Reyes', 'author', bylineOf('Tomas Reyes'))],
    corrections: [
      {
        at: '2026-05-15T18:00:00Z',
        note: 'The figures came from a draft. The article is withdrawn.',
      },
    ],
  }),
  article('5', {
    ...GAZETTE,
    title: 'Tides for the week',
    canonicalUrl: 'https://harbour-gazette.example/2026/05/tides',
    published: '2026-05-15T06:00:00Z',
    summary: 'High water at Port Ellis, day by day.',
    doubts: ['uncredited'],
  }),
  article('6', {
    upstreamId: 'wan',
    title: '港の朝市、半世紀ぶりに夜も営業へ',
    canonicalUrl: 'https://wan-nippo.example/asaichi',
    published: '2026-05-14T22:00:00Z',
    language: 'ja',
    summary: '市場の組合は、夏のあいだ週に二度、夜の市を開くと発表した。',
    publication: { name: '湾日報', url: 'https://wan-nippo.example/' },
    upstreamFeed: { url: 'https://wan-nippo.example/rss', title: '湾日報' },
    credits: [agency('共同通信', 'wire', read('【共同通信】', '共同通信', 'dateline'), 'kyodo')],
    creditText: ['【共同通信】'],
  }),
  ...Array.from({ length: 34 }, (_, index) =>
    article(String(100 + index), {
      ...GAZETTE,
      title: `Harbour notes, part ${34 - index}: what the pilots wrote down`,
      canonicalUrl: `https://harbour-gazette.example/notes/${34 - index}`,
      published: `2026-05-${String(13 - Math.floor(index / 4)).padStart(2, '0')}T0${9 - (index % 4)}:00:00Z`,
      summary: 'Wind, water and who came in: from the log of the pilot station at Port Ellis.',
      credits: [
        credit('Ada Brandt', 'author', bylineOf('Ada Brandt')),
        ...(index % 3 === 0
          ? [agency('Reuters', 'wire', read('(Reuters)', 'Reuters', 'byline'))]
          : []),
      ],
    }),
  ),
]

export const incoming = (articles: readonly Article[] = SAMPLE): IncomingArticle[] =>
  articles.map((each) => ({ article: each, hash: each.guid, said: '{}', faults: [] }))
