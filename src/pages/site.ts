/** What every page knows of the deployment, and the addresses of its pages. */

import type { Credit } from '../../feeds/model/credit.ts'
import { partyId } from '../../feeds/model/credit.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import type { Config } from '../config.ts'

export type Site = Pick<Config, 'title' | 'baseUrl'>

export const articlePath = (id: number): string => `/articles/${id}`

export const partyPath = (credit: Pick<Credit, 'name' | 'agencyId' | 'kind'>): string =>
  `/${credit.kind === 'person' ? 'people' : 'agencies'}/${encodeURIComponent(partyId(credit))}`

export const sourcePath = (slug: string): string => `/sources/${encodeURIComponent(slug)}`

export const tagPath = (term: string): string => `/tags/${encodeURIComponent(term)}`

/** `news.example` of an address, for people: what stands before it and after it says nothing about the paper. */
export const hostOf = (url: string): string => parseUrl(url)?.hostname.replace(/^www\./, '') ?? url

const PRIVATE =
  /^(?:localhost|(?:127|10)(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[(?:::1|f[cde].*)\]|.*\.(?:local|lan|internal))$/

/** Whether only this machine or network can reach the deployment, so that reader services on the web cannot. */
export const isPrivateAddress = (baseUrl: string): boolean =>
  PRIVATE.test(new URL(baseUrl).hostname)
