/** The way of an article as a picture: those who reported flow into the original, and one line leads from it to us. */

import type { Credit } from '../../feeds/model/credit.ts'
import { byRole, roleBefore } from './credits.tsx'
import { cut } from './excerpt.ts'
import { dateInWords } from './time.tsx'
import type { Station } from './way.ts'

const WIDTH = 1080
/** Those who reported stand here, their lines meet at the junction, and the original comes after it. */
const SOURCES = 205
const JUNCTION = 310
const ORIGINAL = 415
const ROW = 50
const MOST_SOURCES = 7

interface Source {
  readonly name: string
  readonly role: Credit['role']
}

/** Drawn with text; what it says stands in the list below it, so screen readers get its title alone. */
export const WayPicture = ({
  credits,
  stations,
}: {
  credits: readonly Credit[]
  stations: readonly Station[]
}) => {
  const sources = sourcesOf(credits)
  const height = Math.max(190, sources.length * ROW + 40)
  const middle = height / 2
  const start = sources.length > 0 ? ORIGINAL : 90
  const step = (WIDTH - start - 20) / Math.max(1, stations.length - 1)
  const at = (index: number) => start + index * step
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="map-title">
      <title id="map-title">{summary(sources, stations)}</title>
      {sources.map(({ role }, row) => (
        <path
          class={role}
          d={curve(SOURCES, rowY(row, sources.length, middle), JUNCTION, middle)}
        />
      ))}
      <path d={`M${sources.length > 0 ? JUNCTION : start} ${middle}H${at(stations.length - 1)}`} />
      {sources.map((source, row) => (
        <SourceMark source={source} y={rowY(row, sources.length, middle)} />
      ))}
      {stations.map((station, index) => (
        <StationMark
          station={station}
          x={at(index)}
          y={middle}
          room={step}
          isLast={index === stations.length - 1}
        />
      ))}
    </svg>
  )
}

const sourcesOf = (credits: readonly Credit[]): Source[] => {
  const all = byRole(credits).flatMap(({ role, credits: named }) =>
    named.map(({ name }) => ({ role, name })),
  )
  const [first] = all.slice(MOST_SOURCES - 1)
  if (all.length <= MOST_SOURCES || !first) return all
  const left = all.length - MOST_SOURCES + 1
  return [...all.slice(0, MOST_SOURCES - 1), { role: first.role, name: `and ${left} more` }]
}

const rowY = (row: number, rows: number, middle: number) => middle + (row - (rows - 1) / 2) * ROW

/** Leaves and arrives level. */
const curve = (x: number, y: number, toX: number, toY: number) =>
  `M${x} ${y}C${(x + toX) / 2} ${y} ${(x + toX) / 2} ${toY} ${toX} ${toY}`

const SourceMark = ({ source: { name, role }, y }: { source: Source; y: number }) => (
  <>
    <circle class={role} cx={SOURCES} cy={y} r="7" />
    <text class="head" x={SOURCES - 17} y={y - 7} text-anchor="end">
      {roleBefore(role)}
    </text>
    <text class="strong" x={SOURCES - 17} y={y + 10} text-anchor="end">
      {shorten(name, SOURCES - 20)}
    </text>
  </>
)

const StationMark = ({
  station,
  x,
  y,
  room,
  isLast,
}: {
  station: Station
  x: number
  y: number
  room: number
  isLast: boolean
}) => {
  const anchor = isLast ? 'end' : 'middle'
  const edge = isLast ? x + 14 : x
  return (
    <>
      <circle {...(isLast ? { class: 'last' } : {})} cx={x} cy={y} r="11" />
      <text class="head" x={edge} y={y - 24} text-anchor={anchor}>
        {station.stage}
      </text>
      {lines(station.name, room - 12).map((line, index) => (
        <text class="strong" x={edge} y={y + 34 + index * 17} text-anchor={anchor}>
          {line}
        </text>
      ))}
      {station.at ? (
        <text
          class="head"
          x={edge}
          y={y + 34 + lines(station.name, room - 12).length * 17}
          text-anchor={anchor}
        >
          {dateInWords(station.at)}
        </text>
      ) : null}
    </>
  )
}

/** Mean width of a character of the sheet's sans at 13 px, bold; East Asian ones take twice that. */
const CHARACTER = 7.6
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/

const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (WIDE.test(c) ? 2 : 1) * CHARACTER, 0)

const shorten = (text: string, width: number): string =>
  widthOf(text) <= width
    ? text
    : cut(text, Math.max(4, Math.floor((text.length * width) / widthOf(text)) - 1))

/** At most two lines of words. */
function lines(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const words = text.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && widthOf(`${first} ${words[0]}`) <= width)
    first += ` ${words.shift()}`
  return [shorten(first, width), ...(words.length > 0 ? [shorten(words.join(' '), width)] : [])]
}

const summary = (sources: readonly Source[], stations: readonly Station[]): string =>
  [
    sources.length > 0
      ? `Reported by ${sources.map(({ name }) => name).join(', ')}`
      : 'Nobody is credited',
    ...stations.map(({ stage, name }) => `${stage.toLowerCase()}: ${name}`),
  ].join('; ')
