// Invented articles for the benchmarks: deterministic, of the kinds of credit that news feeds hold.

const WORDS =
  'the a harbour master ferry tug pier quay fog breakwater pilot inquiry council vote river bridge night morning said told asked found closed opened nobody after before near under with from of and in on at for to was were had has new old small long'.split(
    ' ',
  )
const PEOPLE = [
  'Mara Lindqvist',
  'Olu Adeyemi',
  'Jon Ek',
  'Ines Calado',
  'Sinéad Ní Bhriain',
  'Анна Речная',
  '山田 葵',
]
const AGENCIES = [
  ['reuters', 'Reuters'],
  ['afp', 'AFP'],
  ['dpa', 'dpa'],
  ['ap', 'AP'],
]
const PAPERS = [
  'The Harbour Gazette',
  'Kaiblatt',
  'Coast Courier',
  'Breakwater Daily',
  'U.S. Ports Weekly',
]

/** Numbers in [0, 1), the same each time. */
export function random(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** `count` articles with about 5 KB of text each, as credit() makes them; bodies not cleaned. */
export function inventArticles(count, seed = 1) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const words = (n) => Array.from({ length: n }, () => pick(WORDS)).join(' ')
  return Array.from({ length: count }, (_, i) => {
    const paper = pick(PAPERS)
    const host = `https://paper${i % 50}.example`
    const url = `${host}/2025/05/${i}-${words(3).replaceAll(' ', '-')}`
    const { credits, creditText } = inventCredits(next, pick, url)
    const paragraphs = Array.from(
      { length: 12 },
      () => `<p>${words(50)} &amp; <a href="${host}/more">${words(3)}</a>, “${words(5)}”.</p>`,
    )
    return {
      upstreamId: `upstream-${i % 50}`,
      guid: url,
      publishedId: url,
      title: words(9),
      canonicalUrl: url,
      canonicalRule: 'guid',
      urlAsFed: `${url}?utm_source=feed`,
      published: new Date(Date.UTC(2025, 4, 1) + i * 60_000).toISOString().replace(/\.\d+/, ''),
      firstSeenAt: '2025-06-01T00:00:00Z',
      language: 'en',
      ...(i % 3 === 0 ? {} : { summary: words(40) }),
      body: {
        clean: false,
        html: `${paragraphs.join('')}${creditText.map((line) => `<p><em>${line}</em></p>`).join('')}`,
      },
      credits,
      creditText,
      publication: { name: paper, url: `${host}/` },
      via: [],
      upstreamFeed: { id: `${host}/feed`, url: `${host}/feed`, title: paper },
      media: [{ url: `${url}.jpg`, type: 'image/jpeg', medium: 'image', caption: words(8) }],
      enclosures: [],
      tags: [{ term: pick(WORDS) }],
      related: [],
      status: 'published',
      corrections: [],
      doubts: [],
    }
  })
}

function inventCredits(next, pick, url) {
  const declared = (name, role, more = {}) => ({
    name,
    kind: 'person',
    role,
    evidence: [{ how: 'declared', text: name, at: 'dc:creator' }],
    ...more,
  })
  const agency = ([agencyId, name], role, text) => ({
    name,
    kind: 'organization',
    agencyId,
    role,
    evidence: [
      { how: text ? 'parsed' : 'declared', text: text ?? name, at: text ? 'end' : 'dc:creator' },
    ],
  })
  const credits = []
  const creditText = []
  if (next() < 0.7) credits.push(declared(pick(PEOPLE), 'author'))
  if (next() < 0.4) credits.push(agency(pick(AGENCIES), 'wire'))
  if (next() < 0.4) {
    const [one, other] = [pick(AGENCIES), pick(AGENCIES)]
    const both = one === other ? [one] : [one, other]
    const line = `${both.map(([, name]) => name).join(' and ')} contributed reporting.`
    creditText.push(line)
    credits.push(...both.map((a) => agency(a, 'contributed', line)))
  }
  if (next() < 0.5) credits.push(declared(pick(PEOPLE), 'photo', { target: `${url}.jpg` }))
  if (next() < 0.1) credits.push(declared(pick(PEOPLE), 'translation'))
  return { credits, creditText }
}

/** Median of `runs` timings of `work`, in milliseconds, after one that is not counted. */
export function median(work, runs = 15) {
  work()
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.sort((a, b) => a - b)[runs >> 1]
}
