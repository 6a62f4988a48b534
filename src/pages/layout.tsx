/** What every page shares: head, feed autodiscovery, masthead and foot. */

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ICON, STYLE } from './assets.ts'
import type { Site } from './site.ts'

export interface LayoutProps {
  readonly title: string
  readonly config: Site
  /** Path of the feeds of this page without extension: `/feed`, `/sources/x`. */
  readonly feed?: string
  /** Query of those feeds, `?q=…` or nothing. */
  readonly feedQuery?: string
  readonly canonical?: string
  readonly description?: string
  /** Path of the page, to mark it in the navigation. */
  readonly here?: string
  /** Instead of the readers' masthead. */
  readonly masthead?: Child
  readonly head?: Child
  readonly children?: Child
}

export const FEEDS = [
  ['rss', 'application/rss+xml', 'RSS'],
  ['atom', 'application/atom+xml', 'Atom'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const

const NAVIGATION = [
  ['/', 'Latest'],
  ['/search', 'Search'],
  ['/channels', 'Subscribe'],
] as const

export const Layout = (props: LayoutProps) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang="en">
      <Head {...props} />
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        {props.masthead ?? <Masthead config={props.config} here={props.here} />}
        <main id="content" class="wrap">
          {props.children}
        </main>
        <Foot />
      </body>
    </html>
  </>
)

const Head = ({
  title,
  config,
  feed = '/feed',
  feedQuery = '',
  canonical,
  ...rest
}: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title === config.title ? title : `${title} · ${config.title}`}</title>
    {rest.description ? <meta name="description" content={rest.description} /> : null}
    <meta name="theme-color" content="#fbf9f3" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#171613" media="(prefers-color-scheme: dark)" />
    <link rel="stylesheet" href={STYLE.path} />
    <link rel="icon" type="image/svg+xml" href={ICON.path} />
    {FEEDS.map(([extension, type, name]) => (
      <link
        rel="alternate"
        type={type}
        title={`${title} (${name})`}
        href={`${config.baseUrl}${feed}.${extension}${feedQuery}`}
      />
    ))}
    {canonical ? <link rel="canonical" href={canonical} /> : null}
    {rest.head}
  </head>
)

const Masthead = ({ config, here }: { config: Site; here: string | undefined }) => (
  <header class="masthead">
    <div class="wrap">
      <a class="name" href="/" dir="auto">
        {config.title}
      </a>
      <nav aria-label="Main">
        <ul>
          {NAVIGATION.map(([path, name]) => (
            <li>
              <a href={path} {...(path === here ? { 'aria-current': 'page' } : {})}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
)

const Foot = () => (
  <footer class="foot">
    <div class="wrap">
      <p>
        Each article here names who reported it and where its original stands. Its text belongs to
        whoever published it first.
      </p>
      <ul>
        <li>
          <a href="/channels">Subscribe</a>
        </li>
        <li>
          <a href="/opml.xml">All feeds as OPML</a>
        </li>
        <li>
          <a href="/ns/1">What a record says</a>
        </li>
        <li>
          <a href="/api">For programs</a>
        </li>
        <li>
          <a href="/admin">Editors’ desk</a>
        </li>
      </ul>
    </div>
  </footer>
)
