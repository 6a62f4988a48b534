/** The subscribe page: explains feeds to someone who has never seen one, and offers all that are published here. */

import type { SourceInfo } from '../../db/store.ts'
import type { Channel } from '../../feeds/model/channel.ts'
import { FeedAddresses, ReaderLinks } from './feed-links.tsx'
import { Layout } from './layout.tsx'
import { isPrivateAddress, type Site, sourcePath } from './site.ts'

export interface ChannelsPageProps {
  readonly config: Site
  /** The built-in one first. */
  readonly channels: readonly Channel[]
  readonly sources: readonly SourceInfo[]
}

/** Where the feeds of a channel are, without extension. */
export const channelPath = (slug: string): string =>
  slug === 'all' ? '/feed' : `/feeds/${encodeURIComponent(slug)}`

export const ChannelsPage = ({ config, channels, sources }: ChannelsPageProps) => (
  <Layout
    title="Subscribe"
    config={config}
    here="/channels"
    canonical={`${config.baseUrl}/channels`}
    description="How to follow these articles in a reader app, and every feed that is published here."
  >
    <h1>Subscribe</h1>
    <p class="lede">
      Read new articles in an app of your choice, without an account, an e-mail address or an
      algorithm. Each one arrives with who reported it and where its original stands.
    </p>
    <FirstTime config={config} />
    <h2 class="after">Channels</h2>
    {channels.map((channel) => (
      <ChannelCard channel={channel} config={config} />
    ))}
    <Narrower />
    {sources.length > 0 ? <BySource sources={sources} /> : null}
  </Layout>
)

const FirstTime = ({ config }: { config: Site }) => (
  <section aria-labelledby="first-time">
    <h2 id="first-time">New to feeds? Three steps</h2>
    <ol class="steps">
      <li>
        <h3>Get a reader app</h3>
        <p>
          On iPhone, iPad and Mac: NetNewsWire. On Android: Feeder or Capy Reader. On Windows and
          Linux: Thunderbird. In any browser: Feedly, Inoreader or NewsBlur. Most are free.
        </p>
      </li>
      <li>
        <h3>Choose a channel</h3>
        <p>
          Press <em>Open in your app</em>, or the name of the service that you use. If nothing
          happens, copy the address called RSS and paste it where the app says “add feed”.
        </p>
      </li>
      <li>
        <h3>Read</h3>
        <p>
          The app looks for new articles by itself. To stop, delete the feed in the app: nobody here
          knows that you ever subscribed.
        </p>
      </li>
    </ol>
    <WhatIsAFeed />
    {isPrivateAddress(config.baseUrl) ? (
      <p class="notice small">
        This site is at a private address, <code>{config.baseUrl}</code>. Apps on this machine can
        read it; services on the web cannot reach it, so they are not offered below.
      </p>
    ) : null}
  </section>
)

const WhatIsAFeed = () => (
  <details>
    <summary>What is a feed, and which of the three should I take?</summary>
    <p>
      A feed is a page for apps: the newest articles, in an order that every app understands. RSS,
      Atom and JSON Feed are three ways to write one. They hold the same articles with the same
      credits; take RSS if you are not sure.
    </p>
  </details>
)

const ChannelCard = ({ channel, config }: { channel: Channel; config: Site }) => {
  const path = channelPath(channel.slug)
  return (
    <section class="channel" aria-labelledby={`channel-${channel.slug}`}>
      <h3 id={`channel-${channel.slug}`} dir="auto">
        {channel.title}
      </h3>
      <p dir="auto">
        {channel.description ?? (channel.slug === 'all' ? 'Everything, newest first.' : null)}
      </p>
      <ReaderLinks config={config} path={path} title={channel.title} />
      <FeedAddresses config={config} path={path} id={channel.slug} />
    </section>
  )
}

const Narrower = () => (
  <section aria-labelledby="narrower">
    <h2 id="narrower">Something narrower?</h2>
    <p>
      Every page of a source, an agency, a person or a tag is a feed as well: open it and look for{' '}
      <em>Follow</em>. And whatever you <a href="/search">search</a> for can be followed the same
      way. To take all channels along at once, give your app the file{' '}
      <a href="/opml.xml">opml.xml</a>.
    </p>
  </section>
)

const BySource = ({ sources }: { sources: readonly SourceInfo[] }) => (
  <section aria-labelledby="by-source">
    <h2 id="by-source">By source</h2>
    <ul class="follow">
      {sources.map(({ slug, name }) => (
        <li>
          <a href={sourcePath(slug)}>
            <bdi>{name}</bdi>
          </a>{' '}
          <a class="small" href={`${sourcePath(slug)}.rss`}>
            RSS<span class="hidden"> of {name}</span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)
