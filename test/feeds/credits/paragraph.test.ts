import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELDS, LANGUAGES, labelsOf } from '../../../feeds/credits/labels.ts'
import {
  findCreditParagraph,
  readCreditParagraph,
  writeCreditParagraph,
} from '../../../feeds/credits/paragraph.ts'
import type { Article } from '../../../feeds/model/article.ts'
import type { Credit, Role } from '../../../feeds/model/credit.ts'
import { escapeHtml } from '../../../feeds/text/html.ts'
import { anyText, creditOf, printedName } from '../arbitraries.ts'

type Credited = Pick<Article, 'credits' | 'creditText' | 'publication' | 'canonicalUrl'>

const credit = (name: string, role: Role, more: Partial<Credit> = {}): Credit => ({
  name,
  kind: 'person',
  role,
  evidence: [{ how: 'declared' }],
  ...more,
})

const FERRY: Credited = {
  publication: { name: 'The Harbour Gazette' },
  credits: [
    credit('Mara Lindqvist', 'author'),
    credit('Jon Ek', 'author'),
    credit('Reuters', 'contributed', { kind: 'organization', agencyId: 'reuters' }),
    credit('AFP', 'contributed', { kind: 'organization', agencyId: 'afp' }),
    credit('Olu Adeyemi', 'photo', { target: 'https://gazette.example/ferry.jpg' }),
  ],
  creditText: ['Reuters and AFP contributed reporting.'],
  canonicalUrl: 'https://gazette.example/2025/05/ferry?a=1&b=2',
}
const LABELLED = { ...FERRY, creditText: [] }

const names = (credits: readonly Credit[]) =>
  credits.map(({ name, role }) => `${role}: ${name}`).sort()

describe('writing', () => {
  test('a label where it is filled, the printed line in place of its label', () => {
    expect(writeCreditParagraph(FERRY)).toBe(
      'Source: The Harbour Gazette. By: Mara Lindqvist; Jon Ek. Reuters and AFP contributed reporting. ' +
        'Photo: Olu Adeyemi. Original: https://gazette.example/2025/05/ferry?a=1&b=2',
    )
    expect(writeCreditParagraph(LABELLED)).toContain('With reporting by: Reuters; AFP. Photo:')
  })

  test('in the language of the article', () => {
    expect(writeCreditParagraph(LABELLED, { language: 'de-AT' })).toMatch(
      /^Quelle: .* Von: .* Mit Material von: Reuters; AFP\. Foto: .* Original: /,
    )
    expect(writeCreditParagraph(LABELLED, { language: 'zh-TW' })).toMatch(/^來源: .*原文: /)
    expect(writeCreditParagraph(LABELLED, { language: 'tlh' })).toMatch(/^Source: /)
  })

  test('a line that says more or less than the record stays a quotation of the article', () => {
    const line = 'Reuters contributed reporting.'
    expect(writeCreditParagraph({ ...FERRY, creditText: [line] })).toContain(
      'With reporting by: Reuters; AFP',
    )
  })

  test('a name that holds a separator stands in quotes', () => {
    const said = writeCreditParagraph({
      credits: [
        credit('Marsh; Sons', 'photo'),
        credit('U.S. Harbor Patrol', 'photo'),
        credit('The "Owl"', 'author'),
      ],
      creditText: [],
    })
    expect(said).toBe('By: "The ""Owl""". Photo: "Marsh; Sons"; "U.S. Harbor Patrol".')
  })

  test('what the body has printed is not said again', () => {
    const already = ['The inquiry goes on.', 'Reuters and AFP contributed reporting.']
    expect(writeCreditParagraph(FERRY, { already })).toBe(
      'Source: The Harbour Gazette. By: Mara Lindqvist; Jon Ek. Photo: Olu Adeyemi. ' +
        'Original: https://gazette.example/2025/05/ferry?a=1&b=2',
    )
    const whole = writeCreditParagraph(FERRY) ?? ''
    expect(writeCreditParagraph(FERRY, { already: [whole] })).toBeUndefined()
    expect(
      writeCreditParagraph(
        { credits: [], creditText: [], publication: { name: 'P' } },
        { already: ['Source: P.'] },
      ),
    ).toBeUndefined()
  })

  test('nothing known, nothing said', () => {
    expect(writeCreditParagraph({ credits: [], creditText: [] })).toBeUndefined()
  })

  test('a party that is named for two pictures is named once', () => {
    const said = writeCreditParagraph({
      credits: [
        credit('Ann Holm', 'photo', { target: 'https://a.example/1' }),
        credit('Ann Holm', 'photo'),
      ],
      creditText: [],
    })
    expect(said).toBe('Photo: Ann Holm.')
  })
})

describe('labels', () => {
  test('of at least twenty languages, each meaning one thing', () => {
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(20)
    const meanings = new Map<string, string>()
    for (const language of LANGUAGES) {
      for (const field of FIELDS) {
        const label = labelsOf(language)[field].toLowerCase()
        expect(label).not.toBe('')
        expect(meanings.get(label) ?? field).toBe(field)
        meanings.set(label, field)
      }
    }
  })

  test.each(LANGUAGES)('of %s are recognised', (language) => {
    const every: Credited = {
      ...LABELLED,
      credits: [
        ...LABELLED.credits,
        credit('NordNews', 'wire'),
        credit('Ida Storm', 'illustration'),
        credit('Bea Lund', 'translation'),
        credit('Cai Moss', 'editing'),
      ],
    }
    const read = readCreditParagraph(writeCreditParagraph(every, { language }) ?? '')
    expect(names(read?.credits ?? [])).toEqual(names(every.credits))
    expect(read).toMatchObject({
      publication: 'The Harbour Gazette',
      canonicalUrl: FERRY.canonicalUrl,
      truncated: false,
    })
  })
})

describe('reading', () => {
  test('names any that are printed come back', () => {
    const credited = fc.record({
      credits: fc.uniqueArray(creditOf(printedName), {
        selector: ({ name, role }) => `${role} ${name}`,
        maxLength: 8,
      }),
      creditText: fc.constant([]),
      publication: fc.record({ name: printedName }),
      canonicalUrl: fc.webUrl({ withQueryParameters: true }),
    })
    fc.assert(
      fc.property(credited, fc.constantFrom(...LANGUAGES), (article, language) => {
        // agencyId is of no matter here: the arbitrary one would not agree with the name
        const credits = article.credits.map(({ agencyId: _, ...rest }) => rest)
        const text = writeCreditParagraph({ ...article, credits }, { language }) ?? ''
        const read = readCreditParagraph(text)
        expect(names(read?.credits ?? [])).toEqual(names(credits))
        expect(read?.publication).toBe(article.publication.name)
        expect(read?.canonicalUrl).toBe(article.canonicalUrl)
      }),
    )
  })

  test('anything at all is read or not, never an exception', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anyText,
            fc.constantFrom(
              'Source: ',
              'By: ',
              'Photo: "',
              '; ',
              '. ',
              'Original: https://a.example/',
            ),
          ),
        ),
        (parts) => {
          const text = parts.join('')
          readCreditParagraph(text)
          const found = findCreditParagraph(text)
          if (found) expect(found.start).toBeLessThanOrEqual(found.end)
        },
      ),
    )
  })

  test('long hostile texts are read in no time', () => {
    for (const piece of [
      'Source: ',
      'Source: a. ',
      'By: "',
      'By: a; ',
      '<p>Source: x',
      '&amp;: ',
      ' : ',
      'Original: https://',
    ])
      expect(() => findCreditParagraph(piece.repeat(100_000))).not.toThrow()
  })

  test.each([
    'Source: Reuters',
    'Photo: AFP',
    'Foto: dpa',
    'By: Ann Lee',
    'Read the original: https://a.example/',
    'The source: a minister. He spoke by phone.',
    'Agency: NASA. Source: the agency.',
    'Source: AFP. Quelle: dpa.',
    'Original: not an address',
    'Photo: everyone was there. It was a long night and nobody left. Original: see below',
    '',
  ])('not ours: %s', (text) => {
    expect(readCreditParagraph(text)).toBeUndefined()
  })
})

const BODY =
  '<p>The ferry met a tug at Pier 4; nobody was hurt.</p><p>Source: the harbour master, who spoke by radio.</p>'

/** Each does to our HTML what some tool does on the way. */
const TOOLS: Readonly<Record<string, (body: string, text: string) => string>> = {
  'leaves it alone': (body, text) => `${body}<p>${escapeHtml(text)}</p>`,
  'links the URL': (body, text) =>
    `${body}<p>${escapeHtml(text).replace(/(https:\S+)$/, '<a href="#">$1</a>')}</p>`,
  'adds classes and wrappers': (body, text) =>
    `<div class="x">${body}<div id="y"><div><p style="z">${escapeHtml(text)}</p></div></div></div>`,
  'writes numeric references': (body, text) =>
    `${body}<p>${[...text].map((c) => (/[\w ]/.test(c) ? c : `&#${c.codePointAt(0)};`)).join('')}</p>`,
  'escapes twice what it can': (body, text) =>
    `${body}<p>${escapeHtml(text).replaceAll('&#39;', '&apos;')}</p>`,
  'flattens to lines of text': (body, text) => `${body.replace(/<[^>]*>/g, '\n')}\n${text}`,
  'flattens to one text': (body, text) => `${body.replace(/<[^>]*>/g, ' ')} ${text}`,
  'wraps lines': (body, text) =>
    `${body}<p>${escapeHtml(text).replace(/(.{20,60}) /g, '$1\n')}</p>`,
  'puts breaks for paragraphs': (body, text) => `${body}<br><br>${escapeHtml(text)}<br>`,
  'sets typographic quotes': (body, text) =>
    `${body}<p>${text.replace(/"([^"]*)"/g, '“$1”').replaceAll('&', '&#038;')}</p>`,
  'sets spaces before colons': (body, text) =>
    `${body}<p>${escapeHtml(text.replace(/(\p{L}): /gu, '$1\u00a0: '))}</p>`,
  'adds a line of its own': (body, text) =>
    `${body}<p>${escapeHtml(text)}</p><p>The post Ferry appeared first on Hub.</p>`,
  'adds words to a flat text': (body, text) =>
    `${body.replace(/<[^>]*>/g, ' ')} ${text} [Read more]`,
  'leaves paragraphs open': (body, text) => `${body.replaceAll('</p>', '')}<p>${escapeHtml(text)}`,
}

describe('through foreign tools', () => {
  const article: Credited = {
    ...FERRY,
    credits: [...FERRY.credits, credit('U.S. Harbor Patrol', 'photo', { kind: 'organization' })],
  }
  const cases = Object.keys(TOOLS).flatMap((tool) =>
    ['en', 'fr', 'ru', 'ar', 'ja'].map((language) => [tool, language]),
  )

  test.each(cases)('that %s, in %s', (tool = '', language = 'en') => {
    const text = writeCreditParagraph(article, { language }) ?? ''
    const html = TOOLS[tool]?.(BODY, text) ?? ''
    const found = findCreditParagraph(html)
    expect(names(found?.paragraph.credits ?? [])).toEqual(names(article.credits))
    expect(found?.paragraph).toMatchObject({
      publication: 'The Harbour Gazette',
      canonicalUrl: FERRY.canonicalUrl,
    })
    const rest = found ? html.slice(0, found.start) + html.slice(found.end) : html
    expect(rest).not.toContain('Lindqvist')
    expect(rest).not.toContain('gazette.example')
    expect(rest).toContain('who spoke by radio.')
    expect(findCreditParagraph(rest)).toBeUndefined()
  })

  test('what is cut out leaves the body as it was', () => {
    const html = TOOLS['leaves it alone']?.(BODY, writeCreditParagraph(article) ?? '') ?? ''
    const found = findCreditParagraph(html)
    expect(found && html.slice(0, found.start) + html.slice(found.end)).toBe(BODY)
  })

  test('cut anywhere, it gives what is whole and invents nothing', () => {
    const text = writeCreditParagraph(article) ?? ''
    const known = new Set(names(article.credits))
    for (let length = 40; length < text.length; length++) {
      for (const dots of ['…', '...', ' [&#8230;]']) {
        const found = findCreditParagraph(`<p>${escapeHtml(text.slice(0, length))}${dots}</p>`)
        for (const name of names(found?.paragraph.credits ?? [])) expect(known).toContain(name)
        expect(found?.paragraph.canonicalUrl).toBeUndefined()
        if (found) expect(found.paragraph.truncated).toBe(true)
      }
    }
    const late = findCreditParagraph(`${text.slice(0, text.indexOf('Original') + 20)}…`)
    expect(names(late?.paragraph.credits ?? [])).toEqual(names(article.credits))
  })
})
