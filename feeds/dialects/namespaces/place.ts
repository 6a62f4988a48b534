/** Where an entry plays: W3C geo, GeoRSS simple and GML points. */

import type { Row } from '../../text/xml.ts'
import { readChildren } from '../../text/xml-read.ts'
import { readText } from '../../text/xml-text.ts'
import { type EntryDraft, rows } from '../reading.ts'

type Place = Partial<Record<'latitude' | 'longitude', number>> & { name?: string }

const placeOf = (draft: EntryDraft): Place => {
  draft.place ??= {}
  return draft.place
}

const degrees = (said: string, most: number): number | undefined => {
  const value = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(said) ? Number(said) : undefined
  return value !== undefined && Math.abs(value) <= most ? value : undefined
}

function putPoint(draft: EntryDraft, latitude?: number, longitude?: number): void {
  const place = placeOf(draft)
  if (latitude !== undefined) place.latitude ??= latitude
  if (longitude !== undefined) place.longitude ??= longitude
}

/** `LATITUDE LONGITUDE`. */
const point: Row<EntryDraft> = (x, draft) => {
  const [latitude = '', longitude = ''] = readText(x).split(/[\s,]+/)
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)]
  if (north !== undefined && east !== undefined) putPoint(draft, north, east)
}

const latitude: Row<EntryDraft> = (x, draft) => putPoint(draft, degrees(readText(x), 90))
const longitude: Row<EntryDraft> = (x, draft) =>
  putPoint(draft, undefined, degrees(readText(x), 180))

const name: Row<EntryDraft> = (x, draft) => {
  const said = readText(x)
  if (said) placeOf(draft).name ??= said
}

const inside: Row<EntryDraft> = (x, draft) => readChildren(x, INSIDE, draft)

const INSIDE = rows<EntryDraft>({
  'geo:lat': latitude,
  'geo:long': longitude,
  'geo:lon': longitude,
  'gml:pos': point,
  'gml:point': (x, draft) => readChildren(x, POINT, draft),
})

const POINT = rows<EntryDraft>({ 'gml:pos': point })

export const PLACE_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'geo:lat': latitude,
  'geo:long': longitude,
  'geo:lon': longitude,
  'geo:point': inside,
  'georss:point': point,
  'georss:where': inside,
  'georss:featurename': name,
  'gml:point': inside,
}
