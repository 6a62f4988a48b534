/** The one style sheet and the icon, at addresses made of their contents, so that they can be cached for ever. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { LIVE } from './script/live.ts'
import { BASE } from './style/base.ts'
import { DESK } from './style/desk.ts'
import { FINDING } from './style/finding.ts'
import { READING } from './style/reading.ts'

export interface Asset {
  readonly path: string
  readonly contentType: string
  readonly text: string
}

const asset = (name: string, extension: string, contentType: string, text: string): Asset => ({
  path: `/assets/${name}-${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12)}.${extension}`,
  contentType,
  text,
})

/** Indents and line ends are for us; a browser does without. */
const compact = (css: string): string => css.replace(/\n\s*/g, '\n').trim()

export const STYLE = asset(
  'style',
  'css',
  'text/css; charset=utf-8',
  compact(BASE + READING + FINDING),
)

/** The desk's own rules, which readers need not load. */
export const DESK_STYLE = asset('desk', 'css', 'text/css; charset=utf-8', compact(DESK))

/** Follows polls on the desk, where the browser runs scripts. */
export const LIVE_SCRIPT = asset('live', 'js', 'text/javascript; charset=utf-8', LIVE.trim())

/** A line of text with its credit marked. */
export const ICON = asset(
  'icon',
  'svg',
  'image/svg+xml',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#1e1b16"/><path d="M7 9h18M7 15h18" stroke="#fbf9f3" stroke-width="2.6"/><path d="M7 22.5h12" stroke="#ffdf80" stroke-width="5"/></svg>`,
)

export const ASSETS: readonly Asset[] = [STYLE, DESK_STYLE, LIVE_SCRIPT, ICON]
