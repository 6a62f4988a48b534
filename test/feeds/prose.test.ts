/** The texts of an entry: our credit paragraph is found however its colons are written, and cut out. */

import { describe, expect, test } from 'vitest'
import { newEntry } from '../../feeds/dialects/reading.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import { readProse } from '../../feeds/prose.ts'

const prose = (content: string) => readProse({ ...newEntry().said, content: rawHtml(content) })

const BODY = '<p>The bridge is closed, see <a href="https://bridge.example/a:b">the notice</a>.</p>'

describe('our credit paragraph', () => {
  test.each([
    ['Source: Harbour Gazette. By: Ada Example.'],
    ['Source&#58; Harbour Gazette. By&#x3A; Ada Example.'],
    ['Source&colon; Harbour Gazette. By&colon; Ada Example.'],
    ['Source：Harbour Gazette. By：Ada Example.'],
    ['Source&#65306;Harbour Gazette. By&#xff1a;Ada Example.'],
  ])('%s', (line) => {
    const { body, paragraph } = prose(`${BODY}<p>${line}</p>`)
    expect(body).toBe(BODY)
    expect(paragraph?.publication).toBe('Harbour Gazette')
    expect(paragraph?.credits.map(({ name }) => name)).toEqual(['Ada Example'])
  })

  test('with nothing but the address of the original', () => {
    const { body, paragraph } = prose(`${BODY}<p>Original: https://gazette.example/bridge</p>`)
    expect(body).toBe(BODY)
    expect(paragraph?.canonicalUrl).toBe('https://gazette.example/bridge')
  })

  test('is not there where no label is', () => {
    expect(prose(BODY)).toEqual({ body: BODY })
    expect(prose('<p>Two sources: none by name. http://a.example https://b.example</p>')).toEqual({
      body: '<p>Two sources: none by name. http://a.example https://b.example</p>',
    })
  })
})
