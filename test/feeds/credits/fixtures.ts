/** Reads test/fixtures/credits: `[where] line`, and under it `  = role A, B; people C; publication D`. */

import { readdirSync, readFileSync } from 'node:fs'
import type { CreditReading, Where } from '../../../feeds/model/credit.ts'

const FOLDER = new URL('../../fixtures/credits/', import.meta.url)

export interface Labelled {
  readonly file: string
  readonly text: string
  readonly where: Where | undefined
  readonly expected: string
}

const linesOf = (name: string): string[] => readFileSync(new URL(name, FOLDER), 'utf8').split('\n')

/** Every labelled line of every file. */
export const labelled: readonly Labelled[] = readdirSync(FOLDER)
  .filter((name) => name !== 'negatives.txt')
  .flatMap((file) =>
    linesOf(file).flatMap((line, i, all) => {
      const match = /^\[([a-z:-]*)\] (.*)$/.exec(line)
      if (!match) return []
      const where = (match[1] || undefined) as Where | undefined
      return [
        { file, text: match[2] ?? '', where, expected: (all[i + 1] ?? '').replace(/^ {2}= ?/, '') },
      ]
    }),
  )

/** Sentences that credit nobody. */
export const negatives: readonly string[] = linesOf('negatives.txt').filter(Boolean)

/** A reading as the fixtures write it; the order within a role does not count. */
export function written({ credits, publication }: CreditReading): string {
  const groups = new Map<string, Set<string>>()
  for (const { name, kind, role } of credits) {
    const key = kind === 'person' ? 'people' : role
    groups.set(key, (groups.get(key) ?? new Set()).add(name))
  }
  if (publication) groups.set('publication', new Set([publication]))
  return canonical([...groups].map(([key, names]) => `${key} ${[...names].join(', ')}`).join('; '))
}

/** The same with parts and names sorted. */
export const canonical = (text: string): string =>
  text
    .split('; ')
    .map((part) => {
      const [key = '', ...rest] = part.split(' ')
      return [key, rest.join(' ').split(', ').sort().join(', ')].join(' ').trim()
    })
    .sort()
    .join('; ')
