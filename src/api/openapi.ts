/** The OpenAPI 3.1 document, made of the operations and of the very schemas that validate. */

import type { Config } from '../config.ts'
import { SCOPES } from '../http/tokens.ts'
import { type Operation, TAGS } from './operation.ts'
import { type JsonSchema, jsonSchemaOf, namedSchemas, refOf } from './schema.ts'
import { Problem } from './shapes.ts'

const PROBLEM = { $ref: '#/components/responses/Problem' }
const INTRODUCTION =
  'Push and read articles with who reported them and where the original stands; run upstreams, channels and webhooks. ' +
  `Send \`Authorization: Bearer TOKEN\`; a token has the scope ${SCOPES.join(', ')}, each of which includes those before it. ` +
  'Errors are problem documents (RFC 9457).'

export const openApiDocument = (operations: readonly Operation[], config: Config) => ({
  openapi: '3.1.0',
  info: { title: `${config.title} API`, version: '1', description: INTRODUCTION },
  servers: [{ url: `${config.baseUrl}/api` }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: pathsOf(operations),
  components: {
    schemas: namedSchemas(),
    responses: {
      Problem: {
        description: 'What went wrong, for people (title, detail) and for programs (status, code).',
        content: { 'application/problem+json': { schema: refOf(Problem) } },
      },
    },
    headers: {
      ETag: { description: 'Names this version, for If-Match.', schema: { type: 'string' } },
      Location: { description: 'Address of what was made.', schema: { type: 'string' } },
      Link: { description: 'The next page, rel="next" (RFC 8288).', schema: { type: 'string' } },
    },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'creditline token create' },
    },
  },
})

export type OpenApiDocument = ReturnType<typeof openApiDocument>

function pathsOf(operations: readonly Operation[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {}
  for (const op of operations) paths[op.path] = { ...paths[op.path], [op.method]: operationOf(op) }
  return paths
}

function operationOf(op: Operation): object {
  return {
    operationId: op.id,
    tags: [op.tag],
    summary: op.summary,
    ...(op.description ? { description: op.description } : {}),
    security: [{ token: [op.scope] }],
    parameters: parametersOf(op),
    ...(op.bodies ? { requestBody: { required: true, content: contentOf(op.bodies) } } : {}),
    responses: {
      [op.status ?? 200]: successOf(op),
      ...Object.fromEntries(failuresOf(op).map((status) => [status, PROBLEM])),
      default: PROBLEM,
    },
  }
}

/** The parameters of one operation, headers included. */
export function parametersOf(op: Operation): Parameter[] {
  const path = Object.entries(op.params.shape).map(([name, schema]) => ({
    ...parameter(name, 'path', jsonSchemaOf(schema)),
    required: true,
  }))
  const { required = [], properties = {} } = jsonSchemaOf(op.query)
  const query = Object.entries(properties).map(([name, schema]) => ({
    ...parameter(name, 'query', schema),
    required: required.includes(name),
  }))
  const match = parameter('If-Match', 'header', IF_MATCH)
  const key = parameter('Idempotency-Key', 'header', KEY)
  return [
    ...path,
    ...query,
    ...(op.conditional ? [{ ...match, required: true }] : []),
    ...(op.repeatable ? [key] : []),
  ]
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly description?: string
  readonly required?: boolean
  readonly schema: JsonSchema
}

const IF_MATCH = { type: 'string', description: 'The ETag of the version that you read.' }
const KEY = {
  type: 'string',
  maxLength: 200,
  description: 'Any text of your own, such as a UUID: within a day the same request is done once.',
}

const parameter = (
  name: string,
  place: Parameter['in'],
  { description, ...schema }: JsonSchema,
): Parameter => ({ name, in: place, ...(description ? { description } : {}), schema })

const contentOf = (bodies: NonNullable<Operation['bodies']>): object =>
  Object.fromEntries(
    Object.entries(bodies).map(([type, schema]) => [type, { schema: refOf(schema) }]),
  )

function successOf(op: Operation): object {
  if (!op.result) return { description: 'Done.' }
  const header = (name: string) => ({ [name]: { $ref: `#/components/headers/${name}` } })
  const paged = 'after' in op.query.shape
  return {
    description: 'Done.',
    headers: {
      ...(op.tagged ? header('ETag') : {}),
      ...(op.status === 201 ? header('Location') : {}),
      ...(paged ? header('Link') : {}),
    },
    content: { 'application/json': { schema: refOf(op.result) } },
  }
}

const failuresOf = (op: Operation): number[] => [
  400,
  401,
  403,
  ...(Object.keys(op.params.shape).length > 0 ? [404] : []),
  ...(op.repeatable ? [409] : []),
  ...(op.id === 'getArticle' ? [410] : []),
  ...(op.conditional ? [412] : []),
  ...(op.bodies ? [413, 415] : []),
  ...(op.repeatable ? [422] : []),
  ...(op.conditional ? [428] : []),
  429,
]
