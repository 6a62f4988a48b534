/** Reads an article saved as Markdown, with YAML front matter or without. */

import { Marked, type Token } from 'marked'
import { parseDocument } from 'yaml'
import type { DocumentOptions, ParsedDocument } from '../model/document.ts'
import { CreditlineError } from '../model/error.ts'
import type { Fault } from '../model/fault.ts'
import { cleanText } from '../model/text.ts'
import { assemble } from './assemble.ts'
import { declaredOf } from './declare.ts'
import type { Declared } from './declared.ts'
import { fieldsOf, isObject } from './fields.ts'

/** The article of a Markdown file. Raw HTML in it passes, and is cleaned where the article is published. */
export function readMarkdown(text: string, options: DocumentOptions = {}): ParsedDocument {
  const { matter, body } = splitFrontMatter(cleanText(text).replace(/^\ufeff/, ''))
  const declared = readFrontMatter(matter)
  return assemble(declared, markdownHtml(body), options)
}

interface Split {
  readonly matter?: string
  readonly body: string
}

/** Front matter stands between two lines of three dashes, at the very beginning. */
function splitFrontMatter(text: string): Split {
  const opening = /^\s*---[ \t]*\n/.exec(text)
  if (!opening) return { body: text }
  const closing = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g
  closing.lastIndex = opening[0].length - 1
  const end = closing.exec(text)
  if (!end) return { body: text }
  return {
    matter: text.slice(opening[0].length, end.index),
    body: text.slice(end.index + end[0].length),
  }
}

function readFrontMatter(matter: string | undefined): Declared {
  if (matter === undefined || matter.trim() === '') return declaredOf(new Map())
  const { value, faults } = parseYaml(matter)
  const declared = declaredOf(fieldsOf(value))
  return { ...declared, faults: [...faults, ...declared.faults] }
}

interface Matter {
  readonly value: unknown
  readonly faults: readonly Fault[]
}

/** The YAML reader's time grows with the square of what is nested. UTF-16 units. */
const MAX_MATTER = 30_000

/** YAML 1.2 core: dates stay text, so that a day is not made an instant. */
function parseYaml(matter: string): Matter {
  if (matter.length > MAX_MATTER)
    return { value: plainLines(matter), faults: [fault('It is longer than 30,000 characters.')] }
  try {
    const yaml = parseDocument(matter, { schema: 'core', logLevel: 'silent', strict: false })
    const [error] = yaml.errors
    if (error) return { value: plainLines(matter), faults: [fault(error.message)] }
    const value: unknown = yaml.toJS({ maxAliasCount: 20 })
    return { value, faults: isObject(value) ? [] : [fault('It holds no names with values.')] }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { value: plainLines(matter), faults: [fault(message)] }
  }
}

/** `name: value` line by line: what people write who don't know that `title: A: B` wants quotes. */
function plainLines(matter: string): Readonly<Record<string, string>> {
  const pairs = matter.split('\n').flatMap((line) => {
    const match = /^(\p{L}[\p{L} _-]{0,40}):\s+(\S.*)$/u.exec(line)
    return match ? [[match[1] ?? '', (match[2] ?? '').replace(/^["']|["']\s*$/g, '')]] : []
  })
  return Object.fromEntries(pairs)
}

const fault = (message: string): Fault => ({
  code: 'front_matter_unreadable',
  at: 'front matter',
  text: message.split('\n')[0]?.slice(0, 200) ?? '',
})

const marked = new Marked({ gfm: true, async: false, walkTokens: keepLines })

/**
 * Short lines under one another (byline and date, picture and caption, verse) stay lines, though Markdown makes one of
 * them; a paragraph that was wrapped at some width does not.
 */
function keepLines(token: Token): void {
  if (token.type !== 'paragraph' || !isLines(token.text)) return
  token.tokens = marked.Lexer.lexInline(token.text.replace(/ *\n/g, '  \n'), marked.defaults)
}

function isLines(text: string): boolean {
  const lines = text.split('\n')
  return lines.length > 1 && lines.length < 7 && lines.slice(0, -1).some((line) => isShort(line))
}

const isShort = (line: string): boolean => line.length < 55 || /^!\[.*\)$/.test(line.trim())

/** Longer text is no article, and deep nesting costs the Markdown reader more than it is worth. */
const MAX_TEXT = 2_000_000

/** Markdown as HTML. */
export function markdownHtml(text: string): string {
  if (text.length > MAX_TEXT)
    throw new CreditlineError(
      'invalid',
      'This is no article: it is longer than two million characters.',
    )
  try {
    return marked.parse(text, { async: false })
  } catch (cause) {
    throw new CreditlineError('invalid', 'This Markdown is nested too deep to be an article.', {
      cause,
    })
  }
}
