/** What stands at an address: the feeds that a page names, or a feed with its newest entries and how we read them. */

import { readCredits } from '../../feeds/credits/index.ts'
import type { Entry } from '../../feeds/model/entry.ts'
import { textOf } from '../../feeds/text/html.ts'
import type { FoundFeed } from '../ingest/discover.ts'
import { cut } from '../pages/excerpt.ts'
import { Time } from '../pages/time.tsx'
import type { Look } from './discover.ts'
import { DeskForm, DeskLayout, type DeskProps } from './layout.tsx'
import { UpstreamFields } from './upstream-form.tsx'
import { LookForm } from './upstreams.tsx'

interface Props extends DeskProps {
  /** As it was typed. */
  readonly url: string
  readonly found?: Look | undefined
  readonly problem?: string | undefined
}

export const LookPage = ({ c, config, url, found, problem }: Props) => (
  <DeskLayout c={c} config={config} title="Add a feed" here="/admin/upstreams" problem={problem}>
    <h1>Add a feed</h1>
    {found?.kind === 'feed' ? <FeedPreview c={c} found={found} /> : null}
    {found?.kind === 'page' ? <Offers c={c} offers={found.offers} url={found.url} /> : null}
    {found?.kind === 'feed' ? null : <LookForm c={c} url={url} />}
  </DeskLayout>
)

const Offers = ({
  c,
  offers,
  url,
}: {
  c: DeskProps['c']
  offers: readonly FoundFeed[]
  url: string
}) => (
  <section aria-labelledby="offers">
    <h2 id="offers">This page has {offers.length} feeds</h2>
    <p class="small quiet break">{url}</p>
    <ul class="cards">
      {offers.map((offer) => (
        <li class="card">
          <div class="what">
            <h3 dir="auto">{offer.title ?? nameOf(offer.dialect)}</h3>
            <p class="small quiet break">
              {nameOf(offer.dialect)}, {offer.entries} entries: {offer.url}
            </p>
          </div>
          <DeskForm c={c} action="/admin/upstreams/look" class="inline">
            <input type="hidden" name="url" value={offer.url} />
            <button type="submit" class="plain">
              Look<span class="hidden"> at {offer.title ?? offer.url}</span>
            </button>
          </DeskForm>
        </li>
      ))}
    </ul>
  </section>
)

const SHOWN = 5

/** `RSS 2.0`, `Atom 1.0`, `JSON Feed 1.1`. */
const nameOf = (dialect: string): string =>
  dialect
    .replace('json feed', 'JSON Feed')
    .replace('atom', 'Atom')
    .replace(/^(?:rss|cdf)/, (word) => word.toUpperCase())

const FeedPreview = ({ c, found }: { c: DeskProps['c']; found: Look & { kind: 'feed' } }) => {
  const { feed, entries, dialect, faults } = found.parsed
  return (
    <div class="columns">
      <DeskForm c={c} action="/admin/upstreams" class="stack">
        <h2 dir="auto">{feed.title ?? found.url}</h2>
        <p class="small quiet break">{found.url}</p>
        <input type="hidden" name="url" value={found.url} />
        <UpstreamFields upstream={feed.title ? { title: feed.title } : {}} />
        <div class="actions">
          <button type="submit">Add this feed</button>
          <a class="button plain" href="/admin/upstreams">
            Cancel
          </a>
        </div>
      </DeskForm>
      <div class="aside">
        <section aria-labelledby="preview">
          <h2 id="preview">What it sends</h2>
          <p>
            {nameOf(dialect)}, {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
            {faults.length > 0 ? `, ${faults.length} things to mend` : ''}.
          </p>
          <ul>
            {entries.slice(0, SHOWN).map((entry) => (
              <li>
                <EntryPreview entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

const EntryPreview = ({ entry }: { entry: Entry }) => (
  <>
    <strong dir="auto">
      {entry.title ?? cut(textOf(entry.summary ?? entry.content ?? ''), 80)}
    </strong>
    <br />
    <span class="small">
      {entry.published ? <Time value={entry.published} /> : 'undated'}. {creditsInWords(entry)}
    </span>
  </>
)

/** Who the entry's own elements credit, read as they will be when it is stored. */
function creditsInWords({ authors, contributors }: Entry): string {
  const stated = [...authors, ...contributors].flatMap(({ name }) => name ?? [])
  const names = stated.flatMap((name) => {
    const read = readCredits(name, { where: 'dc:creator' }).credits.map((credit) => credit.name)
    return read.length > 0 ? read : [name]
  })
  return names.length > 0
    ? `Credits ${[...new Set(names)].join(', ')}.`
    : 'Names nobody in its elements.'
}
