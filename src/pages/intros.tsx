/** What is known of a source, an agency or a person, at the top of its page. */

import type { SourceInfo } from '../../db/store.ts'
import type { Agency } from '../../feeds/agencies/index.ts'
import { hostOf } from './site.ts'

export const SourceIntro = ({ source: { url, feedUrl } }: { source: SourceInfo }) =>
  url || feedUrl ? (
    <p class="lede">
      {url ? (
        <>
          Published at{' '}
          <a href={url} rel="external">
            {hostOf(url)}
          </a>
          .{' '}
        </>
      ) : null}
      {feedUrl ? (
        <>
          We read{' '}
          <a href={feedUrl} rel="external">
            its own feed
          </a>
          .
        </>
      ) : null}
    </p>
  ) : null

const KINDS: Readonly<Record<Agency['kind'], string>> = {
  news: 'a news agency',
  picture: 'a picture agency',
  wholesaler: 'a distributor of other publishers’ articles',
  unnamed: 'agencies that are credited without a name',
}

export const AgencyIntro = ({ name, agency }: { name: string; agency: Agency | undefined }) => (
  <p class="lede">
    {agency && agency.kind !== 'unnamed' && agency.fullName !== name
      ? `${agency.fullName}, `
      : null}
    {agency
      ? `${agency.fullName === name ? `${name} is ` : ''}${KINDS[agency.kind]}`
      : `${name} is an organization that is credited here`}
    {agency?.site ? (
      <>
        {' '}
        (
        <a href={agency.site} rel="external">
          {hostOf(agency.site)}
        </a>
        )
      </>
    ) : null}
    . These articles credit it: for their text, for reporting, or for a picture.
  </p>
)

export const PersonIntro = ({ name }: { name: string }) => (
  <p class="lede">
    Articles that credit <bdi>{name}</bdi>. Namesakes cannot be told apart: a byline is all there
    is.
  </p>
)
