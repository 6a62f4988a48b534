/** /ns/1: what the vocabulary of the record means, for those who find it in a feed. */

import { NAMESPACE } from '../../feeds/model/provenance.ts'
import { Layout } from './layout.tsx'
import { EXAMPLE, MEMBERS, ROLE_ROWS } from './namespace-terms.ts'
import type { Site } from './site.ts'

export const NamespacePage = ({ config }: { config: Site }) => (
  <Layout
    title="The record: who reported an article, and where its original stands"
    config={config}
    canonical={`${config.baseUrl}/ns/1`}
    description="The Creditline vocabulary: the record of an article's provenance in RSS, Atom and JSON Feed, and its roles."
  >
    <p class="kicker">Vocabulary</p>
    <h1>What a record says</h1>
    <p class="lede">
      Feeds made with Creditline carry, with each article, a record of who reported it and where its
      original stands. The standard elements of each format say most of it; the record says all of
      it, the same in every format.
    </p>
    <p>
      The name of this vocabulary is <code>{NAMESPACE}</code>, for every site that uses it. It names
      things; nothing is fetched from there. Its prefix is <code>cl</code>.
    </p>
    <Where />
    <Members />
    <Roles />
    <h2 id="example">An example</h2>
    <pre>{JSON.stringify(EXAMPLE, null, 2)}</pre>
    <h2 id="trust">Whom to believe</h2>
    <p>
      Anyone can write a record. A program that reads one should take it as a claim, like any
      byline, unless it comes from a publisher that it trusts.
    </p>
  </Layout>
)

const Members = () => (
  <>
    <h2 id="members">Members of the record</h2>
    <p>What is unknown is left out. Addresses are absolute. Keys are sorted (RFC 8785).</p>
    <Table
      caption="Members of the record"
      heads={['Member', 'Means']}
      rows={MEMBERS.map(([name, meaning]) => [<code>{name}</code>, meaning])}
    />
  </>
)

const Roles = () => (
  <>
    <h2 id="roles">Roles</h2>
    <p>
      A credit is one party in one role. The table maps the roles to the IPTC{' '}
      <a href="http://cv.iptc.org/newscodes/contentprodpartyrole/" rel="external">
        Content Production Party Roles
      </a>{' '}
      and to the EBU roles that <code>media:credit</code> uses; a dash stands where they have none.
    </p>
    <Table
      caption="Roles and their counterparts"
      heads={['Role', 'Means', 'IPTC', 'EBU']}
      rows={ROLE_ROWS.map(([role, meaning, iptc, ebu]) => [
        <code>{role}</code>,
        meaning,
        iptc,
        ebu,
      ])}
    />
  </>
)

const Where = () => (
  <>
    <h2 id="where">Where it stands</h2>
    <Table
      caption="Where the record stands in each format"
      heads={['Format', 'Record', 'Credit lines as printed', 'Role', 'Status']}
      rows={[
        [
          'RSS 2.0',
          code('cl:provenance'),
          code('cl:creditText'),
          'in the record',
          code('cl:status'),
        ],
        [
          'Atom 1.0',
          code('cl:provenance'),
          code('cl:creditText'),
          <>
            <code>cl:role</code> in <code>author</code> and <code>contributor</code>
          </>,
          code('cl:status'),
        ],
        [
          'JSON Feed 1.1',
          code('_creditline'),
          'in the record',
          'in the record',
          code('_creditline.status'),
        ],
      ]}
    />
    <p>
      <code>cl:provenance</code> has no attributes; its text is the record as JSON.
    </p>
  </>
)

const code = (name: string) => <code>{name}</code>

type Cell = string | ReturnType<typeof code>

const Table = ({
  caption,
  heads,
  rows,
}: {
  caption: string
  heads: readonly string[]
  rows: readonly (readonly Cell[])[]
}) => (
  <section class="scroll" aria-label={caption} tabindex={0}>
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) =>
              index === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
