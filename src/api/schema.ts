/** How the API's schemas are written: zod's small build, with names and descriptions that the OpenAPI document takes over. */

import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'

export type Schema = z.core.$ZodType

/** JSON Schema, as far as we look into it. */
export interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly $ref?: string
  readonly [keyword: string]: unknown
}

// The small build says nothing but "Invalid input" until it is given words.
z.config(en())

const texts = z.registry<{ description?: string; examples?: unknown[] }>()
const names = z.registry<{ id: string }>()

/** The schema with a sentence for people. */
export function said<S extends z.ZodMiniType>(
  schema: S,
  description: string,
  example?: unknown,
): S {
  const copy = schema.check() as S
  texts.add(copy, { description, ...(example === undefined ? {} : { examples: [example] }) })
  return copy
}

/** A schema that the document lists under components, by this name. */
export function named<S extends Schema>(id: string, description: string, schema: S): S {
  texts.add(schema, { description })
  names.add(schema, { id })
  return schema
}

const refTo = (id: string): string => `#/components/schemas/${id}`

export const refOf = (schema: Schema): { readonly $ref: string } => {
  const id = names.get(schema)?.id
  if (id === undefined) throw new TypeError('a schema of the API has no name')
  return { $ref: refTo(id) }
}

/** All named schemas, for components.schemas. */
export function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(names, { metadata: texts, uri: refTo, io: 'input', override })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, inDocument(schema)]))
}

/** One schema, inline: for parameters, which name no other. */
export const jsonSchemaOf = (schema: Schema): JsonSchema =>
  inDocument(z.toJSONSchema(schema, { metadata: texts, io: 'input', override }))

function inDocument(schema: object): JsonSchema {
  const { $schema, $id, ...rest } = schema as JsonSchema
  return rest
}

/** Leaves out bounds that only say that the number is one that JavaScript holds. */
function override({ jsonSchema }: { jsonSchema: { minimum?: number; maximum?: number } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}
