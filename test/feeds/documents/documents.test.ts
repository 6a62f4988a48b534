import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveCanonical } from '../../../feeds/canonical.ts'
import { readHtml } from '../../../feeds/documents/html.ts'
import { endingOf, readDocument } from '../../../feeds/documents/index.ts'
import type { ParsedDocument } from '../../../feeds/model/document.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import { rawHtml } from '../../../feeds/model/html.ts'
import { paragraphs } from '../../../feeds/text/html.ts'

const fixtures = new URL('../../fixtures/documents/', import.meta.url)
const samples = new URL('../../../db/samples/', import.meta.url)

function read(name: string, text: string): ParsedDocument {
  return endingOf(name) === '.html' ? readHtml(text) : readDocument({ name, text })
}

function outcome(name: string, text: string): unknown {
  try {
    return JSON.parse(JSON.stringify(read(name, text)))
  } catch (error) {
    if (error instanceof CreditlineError) return { error: error.code, message: error.message }
    throw error
  }
}

/** Each `NAME.ENDING` has its reading beside it in `NAME.ENDING.expected`. */
describe('fixtures', () => {
  const names = readdirSync(fixtures).filter((name) => !name.endsWith('.expected'))
  test.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.expected`, fixtures), 'utf8'))
    expect(outcome(name, readFileSync(new URL(name, fixtures), 'utf8'))).toEqual(expected)
  })
})

describe('the samples', () => {
  const names = readdirSync(samples)
  test.each(names)('%s is an article with a date, an original and a publication', (name) => {
    const document = read(name, readFileSync(new URL(name, samples), 'utf8'))
    expect(document.faults).toEqual([])
    expect(document.entry.published).toMatch(/^2025-\d\d-\d\d$/)
    expect(resolveCanonical(document.canonical).url).toMatch(/^https:\/\/[a-z.-]+\.example\//)
    expect(document.publication?.name).toBeTruthy()
    expect(paragraphs(document.entry.content ?? rawHtml('')).length).toBeGreaterThanOrEqual(4)
  })

  test('are twelve at least, in nine languages', () => {
    expect(names.length).toBeGreaterThanOrEqual(12)
  })
})

describe('whatever the file holds', () => {
  const onlyOurs = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      expect(error).toBeInstanceOf(CreditlineError)
    }
  }
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '---',
      '# T',
      'title: x',
      '**Related article:** [x](#)',
      '![a](b)',
      '*Reuters*',
      '> q',
      '<div>',
      'https://a.example/b',
      'Original url:',
      'By A B',
      '3 May 2025',
      '',
    ),
  )
  const lines = fc.array(line, { maxLength: 20 }).map((all) => all.join('\n'))

  test('Markdown throws nothing but what says that it is no article', () => {
    fc.assert(fc.property(lines, (text) => onlyOurs(() => readDocument({ name: 'a.md', text }))))
  })

  test('JSON too', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('title', 'uri', '@graph', 'article'),
        (value, name) => {
          onlyOurs(() =>
            readDocument({
              name: 'a.json',
              text: JSON.stringify({ [name]: value, body: value, headline: value }),
            }),
          )
          onlyOurs(() => readDocument({ name: 'a.json', text: JSON.stringify(value) }))
        },
      ),
    )
  })

  test('and pages', () => {
    fc.assert(
      fc.property(lines, (text) => onlyOurs(() => readHtml(`<h1>T</h1>${text}`))),
      { numRuns: 50 },
    )
  })
})

describe('plain paragraphs', () => {
  const sentence = fc
    .array(
      fc.constantFrom(
        'the',
        'harbour',
        'was',
        'quiet',
        'ferry',
        'Reuters',
        'told',
        'on',
        'Monday',
        'Photo',
        'by',
      ),
      { minLength: 15, maxLength: 40 },
    )
    .map((words) => `A ${words.join(' ')}, and so the whole town went home before it rained.`)

  test('all stay in the body, in their order', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (paras) => {
        const { entry } = readDocument({ name: 'a.md', text: `# Title\n\n${paras.join('\n\n')}` })
        expect(paragraphs(entry.content ?? rawHtml('')).map(({ text }) => text)).toEqual(paras)
      }),
    )
  })
})

test('a publication named by the caller counts where the file names none', () => {
  const text = '# Title\n\nSome text of some length for the body.\n\nhttps://a.example/1'
  expect(readDocument({ name: 'a.md', text }).publication).toEqual({
    name: 'a.example',
    url: 'https://a.example/',
  })
  expect(readDocument({ name: 'a.md', text }, { publication: 'The A' }).publication).toEqual({
    name: 'The A',
    url: 'https://a.example/',
  })
})

test('an ending that is not read says which are', () => {
  expect(() => readDocument({ name: 'a.docx', text: '' })).toThrow(
    /\.json, \.markdown, \.md, \.htm, \.html/,
  )
})
