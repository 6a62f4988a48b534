/** The terms of the vocabulary with their meanings, for the page that explains it. */

import type { Role } from '../../feeds/model/credit.ts'
import type { Provenance } from '../../feeds/model/provenance.ts'

export const MEMBERS: readonly (readonly [name: keyof Provenance, meaning: string])[] = [
  ['canonical_url', 'The address of the original.'],
  ['canonical_rule', 'Which rule found it: link, guid, rel_canonical, stated and so on.'],
  ['url_as_fed', 'The address as the feed gave it, before tracking parameters were removed.'],
  [
    'published',
    'When the article was published: value, and its precision (year, month, day, second). A day stays a day.',
  ],
  [
    'credits',
    'Each party: name, kind (person, organization), agency_id, role, the text it was read from, how it is known (declared, parsed, edited), and target, the picture that it belongs to.',
  ],
  ['credit_text', 'The credit lines exactly as printed.'],
  ['publication', 'The masthead that published the original: name, url.'],
  ['via', 'Who passed the article on, nearest first: name, url, feed_url, feed_id, at.'],
  ['upstream_feed', 'The feed that the article came out of: id, url, title, updated.'],
  ['rights', 'notice, holder, license_url.'],
  ['language', 'BCP 47.'],
  ['status', 'published, retracted, removed or withheld.'],
  ['corrections', 'at and note of each.'],
  ['photos', 'Caption and printed credit of each picture: url, caption, credit_text.'],
]

/** By IPTC's code, and by the list of EBU roles that validators of Media RSS accept. */
export const ROLE_ROWS: readonly (readonly [
  role: Role,
  meaning: string,
  iptc: string,
  ebu: string,
])[] = [
  ['author', 'Wrote the article, or its desk did.', 'author', 'author, reporter, correspondent'],
  ['wire', 'An agency whose copy the article is.', 'origcont', '–'],
  ['contributed', 'Contributed reporting or material.', 'contentSource', '–'],
  [
    'photo',
    'Took a photo (a person) or supplied it (an organization).',
    'imgSupplier',
    'photographer',
  ],
  ['illustration', 'Made a drawing, a chart or a map.', '–', '–'],
  ['translation', 'Translated the article.', '–', 'translation'],
  ['editing', 'Edited the article.', 'editor', 'editor'],
]

export const EXAMPLE: Provenance = {
  canonical_rule: 'link',
  canonical_url: 'https://harbour-gazette.example/2025/05/ferry-line',
  credit_text: ['Reporting by Ada Brandt; Reuters contributed.'],
  credits: [
    { how: 'declared', kind: 'person', name: 'Ada Brandt', role: 'author' },
    {
      agency_id: 'reuters',
      how: 'parsed',
      kind: 'organization',
      name: 'Reuters',
      role: 'contributed',
      text: 'Reporting by Ada Brandt; Reuters contributed.',
    },
  ],
  language: 'en',
  publication: { name: 'The Harbour Gazette', url: 'https://harbour-gazette.example/' },
  published: { precision: 'day', value: '2025-05-16' },
  status: 'published',
  upstream_feed: { title: 'Harbour Gazette: News', url: 'https://harbour-gazette.example/rss' },
}
