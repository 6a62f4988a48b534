/** The API for people: every operation, schema and problem, out of what the service itself goes by. */

import type { ErrorCode } from '../../feeds/model/error.ts'
import type { Config } from '../config.ts'
import { STATUS } from '../http/error.ts'
import { Layout } from '../pages/layout.tsx'
import { type OpenApiDocument, type Parameter, parametersOf } from './openapi.ts'
import { type Operation, TAGS } from './operation.ts'
import { TITLES } from './problem.ts'
import { type JsonSchema, refOf, type Schema } from './schema.ts'

interface Props {
  readonly operations: readonly Operation[]
  readonly document: OpenApiDocument
  readonly config: Config
}

export const ApiPage = ({ operations, document, config }: Props) => (
  <Layout title="API" config={config} here="/api">
    <h1>API</h1>
    <p>
      Push and read articles with who reported them and where the original stands; run upstreams,
      channels and webhooks. For generators of clients: <a href="/api/openapi.json">OpenAPI 3.1</a>.
    </p>
    <Start config={config} />
    {Object.entries(TAGS).map(([tag, about]) => (
      <section aria-labelledby={tag}>
        <h2 id={tag}>{tag}</h2>
        <p>{about}</p>
        {operations.map((op) => (op.tag === tag ? <One op={op} /> : null))}
      </section>
    ))}
    <h2 id="schemas">Schemas</h2>
    {Object.entries(document.components.schemas).map(([name, schema]) => (
      <OneSchema name={name} schema={schema} />
    ))}
    <Problems />
  </Layout>
)

const Start = ({ config }: { config: Config }) => (
  <>
    <h2 id="start">To begin</h2>
    <p>
      Every request carries a token, <code>Authorization: Bearer TOKEN</code>, which the operator
      makes with <code>creditline token create --scope write</code>. Its scope is read, write or
      admin; each includes those before it.
    </p>
    <pre>
      <code>{`curl ${config.baseUrl}/api/articles?limit=5 -H 'Authorization: Bearer TOKEN'

curl ${config.baseUrl}/api/articles -H 'Authorization: Bearer TOKEN' \\
  -H 'Content-Type: application/json' -H 'Idempotency-Key: 6b1f' \\
  -d '{"title": "Ferry runs again", "body_html": "<p>It left at ten.</p>", "byline": "By Anna Berger"}'`}</code>
    </pre>
    <p>
      Lists come in pages: send <code>next</code> of one as <code>after</code> for the next, or
      follow its Link header. A POST with an <code>Idempotency-Key</code> can be sent again without
      being done again. What changes a thing needs <code>If-Match</code> with the ETag that you
      read. Errors are problem documents (RFC 9457); <a href="#problems">all of them</a>.
    </p>
  </>
)

const One = ({ op }: { op: Operation }) => (
  <article id={op.id}>
    <h3>
      <code>
        {op.method.toUpperCase()} /api{op.path}
      </code>
    </h3>
    <p>
      {op.summary}. <Words text={op.description} /> Scope: {op.scope}.
    </p>
    <Parameters of={op.id} parameters={parametersOf(op)} />
    {op.bodies ? (
      <p>
        Body:{' '}
        {Object.entries(op.bodies).map(([type, schema], at) => (
          <>
            {at > 0 ? ', or ' : ''}
            <SchemaLink schema={schema} /> as <code>{type}</code>
          </>
        ))}
      </p>
    ) : null}
    <p>
      Answer: {op.status ?? 200} {op.result ? <SchemaLink schema={op.result} /> : null}
    </p>
  </article>
)

const SchemaLink = ({ schema }: { schema: Schema }) => (
  <NameLink name={nameIn(refOf(schema).$ref)} />
)

const NameLink = ({ name }: { name: string }) => <a href={`#schema-${name}`}>{name}</a>

const nameIn = (ref: string): string => ref.split('/').at(-1) ?? ''

const Parameters = ({ of, parameters }: { of: string; parameters: readonly Parameter[] }) =>
  parameters.length === 0 ? null : (
    <Table
      name={`Parameters of ${of}`}
      heads={['Parameter', 'In', 'Type', 'Meaning']}
      rows={parameters.map(({ name, required, schema, description, ...parameter }) => [
        <Name name={name} required={required} />,
        parameter.in,
        <Type schema={schema} />,
        <Words text={description} />,
      ])}
    />
  )

const OneSchema = ({ name, schema }: { name: string; schema: JsonSchema }) => (
  <article id={`schema-${name}`}>
    <h3>{name}</h3>
    <p>
      <Words text={schema.description} />
    </p>
    {schema.properties ? (
      <Table
        name={`Members of ${name}`}
        heads={['Member', 'Type', 'Meaning']}
        rows={Object.entries(schema.properties).map(([member, inner]) => [
          <Name name={member} required={schema.required?.includes(member)} />,
          <Type schema={inner} />,
          <Words text={inner.description} />,
        ])}
      />
    ) : null}
  </article>
)

const Name = ({ name, required }: { name: string; required: boolean | undefined }) => (
  <>
    <code>{name}</code>
    {required ? ' (required)' : ''}
  </>
)

/** A description; what stands between backticks is code, as in Markdown. */
const Words = ({ text = '' }: { text: string | undefined }) => (
  <>{text.split('`').map((part, at) => (at % 2 ? <code>{part}</code> : part))}</>
)

/** What a value looks like, in a few words; objects that have no name of their own are shown by their members. */
const Type = ({ schema }: { schema: JsonSchema }) => {
  if (schema.$ref) return <NameLink name={nameIn(schema.$ref)} />
  if (schema.enum) return <>{schema.enum.join(', ')}</>
  if (schema.items)
    return (
      <>
        list of <Type schema={schema.items} />
      </>
    )
  if (schema.properties) return <code>{`{${Object.keys(schema.properties).join(', ')}}`}</code>
  return <>{schema.format ?? schema.type ?? 'any'}</>
}

interface TableProps {
  /** For those who hear the page: each table is a place of its own. */
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly unknown[][]
}

const Table = ({ name, heads, rows }: TableProps) => (
  <section class="scroll" tabindex={0} aria-label={name}>
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Problems = () => (
  <>
    <h2 id="problems">Problems</h2>
    <Table
      name="Problems"
      heads={['Code', 'Status', 'Meaning']}
      rows={Object.entries(TITLES).map(([code, title]) => [
        <code id={`problem-${code}`}>{code}</code>,
        STATUS[code as ErrorCode],
        title,
      ])}
    />
  </>
)
