/** Namespace URIs and the canonical prefix of each. Elements of RSS have no prefix. */

import { foldUri } from '../../text/xml-names.ts'

const URIS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'http://purl.org/rss/1.0/',
    'http://my.netscape.com/rdf/simple/0.9/',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd',
    'http://channel.netscape.com/rdf/simple/0.9/',
    'http://purl.org/net/rss1.1#',
    'http://purl.org/rss/2.0/',
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://backend.userland.com/RSS2',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://cyber.law.harvard.edu/rss/rss.html',
    'http://www.rssboard.org/rss-specification',
  ],
  atom: [
    'http://www.w3.org/2005/Atom',
    'http://purl.org/atom/ns#',
    'http://example.com/newformat#',
  ],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  xhtml: ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/TR/xhtml1/strict'],
  dc: [
    'http://purl.org/dc/elements/1.1/',
    'http://purl.org/dc/elements/1.0/',
    'http://purl.org/dc/',
  ],
  dcterms: ['http://purl.org/dc/terms/'],
  content: ['http://purl.org/rss/1.0/modules/content/'],
  media: [
    'http://search.yahoo.com/mrss/',
    'http://search.yahoo.com/mrss',
    'http://tools.search.yahoo.com/mrss/',
    'http://video.search.yahoo.com/mrss',
  ],
  itunes: [
    'http://www.itunes.com/dtds/podcast-1.0.dtd',
    'http://www.itunes.com/DTDs/PodCast-1.0.dtd',
    'http://example.com/DTDs/PodCast-1.0.dtd',
  ],
  podcast: [
    'https://podcastindex.org/namespace/1.0',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
  ],
  sy: ['http://purl.org/rss/1.0/modules/syndication/'],
  slash: ['http://purl.org/rss/1.0/modules/slash/'],
  wfw: ['http://wellformedweb.org/CommentAPI/'],
  thr: ['http://purl.org/syndication/thread/1.0'],
  creativecommons: ['http://backend.userland.com/creativeCommonsRssModule'],
  cc: ['http://creativecommons.org/ns#', 'http://web.resource.org/cc/'],
  geo: ['http://www.w3.org/2003/01/geo/wgs84_pos#'],
  georss: ['http://www.georss.org/georss'],
  gml: ['http://www.opengis.net/gml'],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
  admin: ['http://webns.net/mvcb/'],
  foaf: ['http://xmlns.com/foaf/0.1/'],
  fh: ['http://purl.org/syndication/history/1.0'],
  at: ['http://purl.org/atompub/tombstones/1.0'],
  app: ['http://www.w3.org/2007/app', 'http://purl.org/atom/app#'],
  cl: ['https://w3id.org/creditline/1'],
}

export const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries(URIS).flatMap(([prefix, uris]) =>
    uris.map((uri) => [foldUri(uri), prefix] as const),
  ),
)
