/** What every page of the desk shares: its own masthead, and the word about what was just done. */

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { csrfField } from '../http/auth.ts'
import { allows } from '../http/tokens.ts'
import { DESK_STYLE } from '../pages/assets.ts'
import { Layout } from '../pages/layout.tsx'
import type { Site } from '../pages/site.ts'

export interface DeskProps {
  readonly c: Context
  readonly config: Site
}

interface Props extends DeskProps {
  readonly title: string
  readonly here?: string
  readonly head?: Child
  /** What went wrong with the form that was sent. */
  readonly problem?: string | undefined
  readonly children?: Child
}

const NAVIGATION = [
  ['/admin', 'Desk', 'write'],
  ['/admin/review', 'Review', 'write'],
  ['/admin/articles', 'Articles', 'write'],
  ['/admin/agencies', 'Agencies', 'write'],
  ['/admin/upstreams', 'Upstreams', 'admin'],
  ['/admin/channels', 'Channels', 'admin'],
  ['/admin/polls', 'Polling', 'admin'],
  ['/admin/subscribers', 'Subscribers', 'admin'],
] as const

export const DeskLayout = ({ c, config, title, here, head, problem, children }: Props) => {
  const done = DONE[c.req.query('done') ?? '']
  return (
    <Layout
      title={title}
      config={config}
      head={
        <>
          <link rel="stylesheet" href={DESK_STYLE.path} />
          <meta name="robots" content="noindex" />
          {head}
        </>
      }
      masthead={<DeskMasthead c={c} config={config} here={here} />}
    >
      {done ? (
        <p class="notice good" role="status">
          {done}
        </p>
      ) : null}
      {problem ? (
        <p class="notice alarm" role="alert">
          {problem}
        </p>
      ) : null}
      {children}
    </Layout>
  )
}

/** What a page that was redirected to says first; the address holds a key of this table, never a text. */
const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  written: 'The article is published.',
  credited: 'The credits are set; all feeds carry them from now on.',
  corrected: 'The correction is published with the article.',
  retracted:
    'The article is retracted. It stays readable, and every feed says that it was withdrawn.',
  restored: 'The article is published again.',
  withheld: 'The article is withheld: no page and no feed shows it.',
  added: 'The upstream is added and has been read for the first time.',
  polled: 'The upstream has been read just now.',
  paused: 'The upstream is paused.',
  resumed: 'The upstream is read again.',
  removed: 'The upstream is removed. Its articles stay.',
  taught: 'The agency is known from now on.',
  forgotten: 'The agency is forgotten. Credits that name it stay.',
  dropped: 'The subscriber is dropped, and is told so.',
  channel: 'The channel is published.',
  'article-removed': 'The article is removed: its text is erased.',
  'channel-removed': 'The channel is removed.',
}

const DeskMasthead = ({ c, config, here }: DeskProps & { readonly here: string | undefined }) => (
  <header class="masthead desk">
    <div class="wrap">
      <a class="name" href="/" dir="auto">
        {config.title}
      </a>
      <nav aria-label="Desk">
        <ul>
          {NAVIGATION.filter(([, , scope]) => allows(c.get('session').scopes, scope)).map(
            ([path, name]) => (
              <li>
                <a href={path} {...(path === here ? { 'aria-current': 'page' } : {})}>
                  {name}
                </a>
              </li>
            ),
          )}
        </ul>
      </nav>
      <DeskForm c={c} action="/admin/sign-out">
        <button type="submit" class="link">
          Sign out
        </button>
      </DeskForm>
    </div>
  </header>
)

/** A form that only our own pages can send. */
export const DeskForm = (props: {
  readonly c: Context
  readonly action: string
  readonly class?: string
  readonly children?: Child
}) => (
  <form method="post" action={props.action} class={props.class}>
    {csrfField(props.c)}
    {props.children}
  </form>
)

/** A button that does one thing. */
export const DeskButton = (props: {
  readonly c: Context
  readonly action: string
  readonly label: string
  /** Of what, for those who hear the page. */
  readonly of?: string
}) => (
  <DeskForm c={props.c} action={props.action} class="inline">
    <button type="submit" class="plain">
      {props.label}
      {props.of ? <span class="hidden"> {props.of}</span> : null}
    </button>
  </DeskForm>
)
