/** The search page: a question, filters, and what was found with its words marked. */

import type { SourceInfo, StoredArticle } from '../../db/store.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import { ROLES, type Role } from '../../feeds/model/credit.ts'
import { textOf } from '../../feeds/text/html.ts'
import { CreditsLine } from './credits.tsx'
import { headlineOf } from './excerpt.ts'
import { FeedLinks } from './feed-links.tsx'
import { Highlighted, snippet, termsOf } from './highlight.tsx'
import { Layout } from './layout.tsx'
import { Kicker, Pager, Status } from './listing.tsx'
import { articlePath, type Site } from './site.ts'

export interface SearchPageProps {
  readonly config: Site
  readonly selection: Selection
  /** Nothing was asked yet. */
  readonly isBlank: boolean
  readonly articles: readonly StoredArticle[]
  readonly sources: readonly SourceInfo[]
  readonly query: URLSearchParams
  /** The query of the feed of this search. */
  readonly feedQuery: string
  readonly next?: string | undefined
}

export const SearchPage = (props: SearchPageProps) => {
  const { config, selection, isBlank, articles, query, feedQuery, next } = props
  const title = selection.q ? `Search: ${selection.q}` : 'Search'
  return (
    <Layout
      title={title}
      config={config}
      here="/search"
      {...(isBlank ? {} : { feedQuery })}
      head={<meta name="robots" content="noindex" />}
    >
      <h1>Search</h1>
      <SearchForm {...props} />
      {isBlank ? <Advice /> : null}
      {isBlank ? null : (
        <div class="columns">
          <section aria-labelledby="found">
            <h2 id="found" class={articles.length > 0 ? 'hidden' : ''}>
              {articles.length > 0 ? 'Found' : 'Nothing found'}
            </h2>
            {articles.length > 0 ? null : <NothingFound />}
            {articles.map((stored) => (
              <Hit stored={stored} q={selection.q ?? ''} />
            ))}
            <Pager path="/search" query={query} next={next} />
          </section>
          <div class="aside">
            <section aria-labelledby="follow-search">
              <h2 id="follow-search">Follow this search</h2>
              <p>What is found from now on, in a reader app:</p>
              <FeedLinks config={config} path="/feed" query={feedQuery} />
            </section>
          </div>
        </div>
      )}
    </Layout>
  )
}

/** Enough of a text to look for the words in; they may stand further down. */
const MARKUP = 12_000

const Hit = ({ stored, q }: { stored: StoredArticle; q: string }) => {
  const { article, id } = stored
  const terms = termsOf(q)
  const text = article.body ? textOf(article.body.html.slice(0, MARKUP)) : (article.summary ?? '')
  return (
    <article class="item" lang={article.language}>
      <h3 dir="auto">
        <Status article={article} />
        <a href={articlePath(id)}>
          <Highlighted text={headlineOf(article)} terms={terms} />
        </a>
      </h3>
      <p class="excerpt" dir="auto">
        <Highlighted text={snippet(text, terms)} terms={terms} />
      </p>
      <div lang="en">
        <Kicker {...stored} />
        <CreditsLine credits={article.credits} roles={['author', 'wire', 'contributed']} />
      </div>
    </article>
  )
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  author: 'as author',
  wire: 'for the text',
  contributed: 'as contributing',
  photo: 'for a photo',
  illustration: 'for an illustration',
  translation: 'for the translation',
  editing: 'for editing',
}

const FILTERS = ['source', 'agency', 'role', 'lang', 'since', 'until']

const SearchForm = (props: SearchPageProps) => {
  const isFiltered = FILTERS.some((name) => props.query.get(name))
  return (
    <search>
      <form class="search-form" action="/search">
        <div>
          <label for="q">Words to look for</label>
          <div class="ask">
            <input type="search" id="q" name="q" value={props.selection.q ?? ''} />
            <button type="submit">Search</button>
          </div>
        </div>
        <details open={isFiltered}>
          <summary>Filters</summary>
          <Filters {...props} />
        </details>
      </form>
    </search>
  )
}

const Filters = ({ selection, sources, query }: SearchPageProps) => {
  const { source, agency, role, language } = selection
  const day = (name: string) => (query.get(name) ?? '').slice(0, 10)
  return (
    <div class="filters">
      <div>
        <label for="source">Source</label>
        <select id="source" name="source">
          <option value="">Any</option>
          {sources.map(({ slug, name }) => (
            <option value={slug} selected={source?.includes(slug) ?? false}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field name="agency" label="Agency credited" value={agency} hint="afp" />
      <div>
        <label for="role">Credited</label>
        <select id="role" name="role">
          <option value="">In any role</option>
          {ROLES.map((known) => (
            <option value={known} selected={role === known}>
              {ROLE_NAMES[known]}
            </option>
          ))}
        </select>
      </div>
      <Field name="lang" label="Language" value={language} hint="en" />
      <Field name="since" label="From" value={day('since')} type="date" />
      <Field name="until" label="Before" value={day('until')} type="date" />
    </div>
  )
}

const Field = (props: {
  name: string
  label: string
  value: string | undefined
  type?: string
  hint?: string
}) => (
  <div>
    <label for={props.name}>{props.label}</label>
    <input
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value ?? ''}
      placeholder={props.hint}
    />
  </div>
)

const Advice = () => (
  <div class="quiet">
    <p>All words must occur. Three signs make a search sharper:</p>
    <ul>
      <li>
        <code>"peace talks"</code> finds these words side by side
      </li>
      <li>
        <code>harbour -boat</code> leaves out what mentions a boat
      </li>
      <li>
        <code>elect*</code> finds every word that begins so
      </li>
    </ul>
  </div>
)

const NothingFound = () => (
  <p>Try fewer words, other spellings, or no filters. Case and accents make no difference.</p>
)
