/** Addresses of feeds, to copy and to open in a reader app. */

import { FEEDS } from './layout.tsx'
import { isPrivateAddress, type Site } from './site.ts'

interface Feed {
  readonly config: Site
  /** Without extension: `/feeds/politics`. */
  readonly path: string
  readonly query?: string
}

const urlOf = ({ config, path, query = '' }: Feed, extension: string) =>
  `${config.baseUrl}${path}.${extension}${query}`

/** The three formats as links. */
export const FeedLinks = (feed: Feed) => (
  <ul>
    {FEEDS.map(([extension, type, name]) => (
      <li>
        <a href={urlOf(feed, extension)} type={type}>
          {name}
        </a>
      </li>
    ))}
  </ul>
)

/** The three formats as fields to copy from: a field can be selected as a whole with keyboard and finger alike. */
export const FeedAddresses = ({ id, ...feed }: Feed & { readonly id: string }) => (
  <>
    {FEEDS.map(([extension, , name]) => (
      <div class="copy">
        <label for={`${id}-${extension}`}>{name}</label>
        <input id={`${id}-${extension}`} readonly value={urlOf(feed, extension)} />
      </div>
    ))}
  </>
)

/** Services on the web that take a feed's address in theirs. */
const SERVICES: readonly (readonly [name: string, before: string])[] = [
  ['Feedly', 'https://feedly.com/i/subscription/feed/'],
  ['Inoreader', 'https://www.inoreader.com/?add_feed='],
  ['NewsBlur', 'https://www.newsblur.com/?url='],
  ['Feedbin', 'https://feedbin.com/?subscribe='],
  ['The Old Reader', 'https://theoldreader.com/feeds/subscribe?url='],
]

/** One click to subscribe: apps on the device by the `feed:` scheme, services by their own pages. */
export const ReaderLinks = ({ title, ...feed }: Feed & { readonly title: string }) => {
  const url = urlOf(feed, 'rss')
  const services = isPrivateAddress(feed.config.baseUrl) ? [] : SERVICES
  return (
    <div class="open-in">
      <ul>
        <li>
          <a class="button" href={`feed:${url}`}>
            Open in your app<span class="hidden"> ({title})</span>
          </a>
        </li>
        {services.map(([name, before]) => (
          <li>
            <a class="button plain" href={`${before}${encodeURIComponent(url)}`} rel="external">
              {name}
              <span class="hidden"> ({title})</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
