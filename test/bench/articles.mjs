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

// [language, a line that credits two agencies with contributing, of 'A' and 'B']
const LINES = [
  ['en', 'A and B contributed reporting.'],
  ['en', 'A and B contributed to this report.'],
  ['en', 'With files from A and B'],
  ['de', 'Mit Material von A und B'],
  ['fr', '(avec A et B)'],
  ['es', 'Con información de A y B'],
]
const NAMES = [
  'Mara Lindqvist',
  'Olu Adeyemi',
  'J. R. Holm',
  'Sinéad Ní Bhriain',
  'Jean-Luc d’Aubigny',
  'María José de la Peña',
  'Anna van der Berg',
  'Анна Речная',
  '山田 葵',
  'سلمى حداد',
]
const HANDOUTS = [
  'Ministry of Harbours',
  'U.S. Coast Guard',
  'Tugs & Sons; Archive',
  'Polizei Hamburg',
  'NASA',
  'University of Oslo',
  'City of Bergen',
  'Harbour Museum',
  'Ministerio de Defensa',
  'Breakwater Zoo',
]
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'sv',
  'pl',
  'ru',
  'tr',
  'ar',
  'ja',
  'zh',
  'pt',
]

/** `count` articles of every kind of credit and many languages, with short bodies. */
export function inventVaried(count, seed = 7) {
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  return inventArticles(count, seed).map((article, i) => {
    const credits = []
    const creditText = []
    const add = (name, role, more = {}) =>
      credits.some((c) => c.name === name && c.role === role) ||
      credits.push({
        name,
        kind: 'person',
        role,
        evidence: [{ how: 'declared', text: name }],
        ...more,
      })
    const addAgency = ([agencyId, name], role) =>
      credits.some((c) => c.agencyId === agencyId) ||
      add(name, role, { kind: 'organization', agencyId })
    let language = pick(LANGUAGES)
    if (next() < 0.75) add(pick(NAMES), 'author')
    if (next() < 0.3) add(pick(NAMES), 'author')
    if (next() < 0.4) addAgency(pick(AGENCIES), 'wire')
    if (next() < 0.3) {
      const [lineLanguage, line] = pick(LINES)
      const two = [pick(AGENCIES), pick(AGENCIES)]
      if (two[0] !== two[1] && !credits.some(({ kind }) => kind === 'organization')) {
        language = lineLanguage
        creditText.push(line.replace('A ', `${two[0][1]} `).replace('B', two[1][1]))
        for (const one of two) addAgency(one, 'contributed')
      }
    }
    if (creditText.length === 0 && next() < 0.2) addAgency(pick(AGENCIES), 'contributed')
    const target = `${article.canonicalUrl}.jpg`
    if (next() < 0.5) add(pick(NAMES), 'photo', { target })
    if (next() < 0.1) add(pick(HANDOUTS), 'photo', { kind: 'organization', target })
    if (next() < 0.1) add(pick(NAMES), 'translation')
    if (next() < 0.1) add(pick(NAMES), 'editing')
    if (next() < 0.05) add(pick(NAMES), 'illustration')
    const printed = creditText.filter(() => i % 2 === 0).map((line) => `<p><em>${line}</em></p>`)
    const words = article.body.html.slice(0, article.body.html.indexOf('</p>') + 4)
    return {
      ...article,
      language,
      credits,
      creditText,
      body: {
        clean: false,
        html: `${words}<p>The council meets again on Monday.</p>${printed.join('')}`,
      },
    }
  })
}
