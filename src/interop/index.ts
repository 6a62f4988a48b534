/** Bridges for people who run rss-parser or feed already (Node only). */

export { type FeedOptions, toFeed } from './feed.ts'
export { type ArticleOptions, articlesFromRssParser } from './rss-parser.ts'
