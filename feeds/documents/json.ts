/** Reads an article pushed or saved as JSON. */

import type { DocumentOptions, ParsedDocument } from '../model/document.ts'
import { CreditlineError } from '../model/error.ts'
import { assemble } from './assemble.ts'
import { declaredOf, field, fieldsOf, isObject } from './fields.ts'

export function readJson(text: string, options: DocumentOptions = {}): ParsedDocument {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new CreditlineError('invalid', 'This is no JSON.', { cause })
  }
  if (!isObject(value))
    throw new CreditlineError('invalid', 'This JSON is no article: it is no object.')
  const fields = fieldsOf(value)
  return assemble(
    declaredOf(fields),
    String(field(fields, 'bodyhtml', 'html', 'body', 'content') ?? ''),
    options,
  )
}
