/** The log: one JSON object a line on stderr; foreign text stands only inside string values. */

import type { Config } from './config.ts'

type Level = 'debug' | 'info' | 'error'
export type Fields = Readonly<Record<string, unknown>>
export type Log = Readonly<Record<Level, (event: string, fields?: Fields) => void>>

const LEVELS: Readonly<Record<Config['log'], readonly Level[]>> = {
  debug: ['debug', 'info', 'error'],
  info: ['info', 'error'],
  error: ['error'],
  silent: [],
}

export function createLog(
  level: Config['log'],
  now: () => number,
  write: (line: string) => void,
): Log {
  const at = (name: Level) =>
    LEVELS[level].includes(name)
      ? (event: string, fields: Fields = {}) =>
          write(
            JSON.stringify({
              time: new Date(now()).toISOString(),
              level: name,
              event,
              ...plain(fields),
            }),
          )
      : () => {}
  return { debug: at('debug'), info: at('info'), error: at('error') }
}

/** Errors as their message and stack in one string each: JSON.stringify gives {} for them. */
const plain = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? (value.stack ?? value.message) : value,
    ]),
  )
