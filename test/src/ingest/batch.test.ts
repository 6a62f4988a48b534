import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { PollOutcome } from '../../../db/store.ts'
import { type BatchDeps, createBatch } from '../../../src/ingest/batch.ts'
import { upstreamAt } from './polls.ts'

const outcomes = (count: number): PollOutcome[] =>
  Array.from({ length: count }, (_, n) => ({
    upstream: upstreamAt(`https://harbour.example/${n}`),
    articles: [],
  }))

function openBatch(afterSave: BatchDeps['afterSave']) {
  const saved: PollOutcome[] = []
  const batch = createBatch({
    save: async (some) => void saved.push(...some),
    replace: () => undefined,
    afterSave,
  })
  return { batch, saved }
}

it('makes room before it tells what was stored, so that whoever waits for room finds it', async () => {
  const sizes: number[] = []
  const { batch } = openBatch(() => sizes.push(batch.size))
  outcomes(30).forEach(batch.add)
  await batch.flush()
  expect(sizes).toEqual([0])
})

it('knows whose poll is not stored yet', async () => {
  const [outcome] = outcomes(1)
  if (!outcome) throw new Error('there is one')
  const { batch } = openBatch(() => {})
  const { id } = outcome.upstream
  expect(batch.has(id)).toBe(false)
  batch.add(outcome)
  expect(batch.has(id)).toBe(true)
  const stored = batch.flush()
  expect(batch.has(id)).toBe(true)
  await stored
  expect(batch.has(id)).toBe(false)
})

it('writes what is added at the very moment in which a write ends', async () => {
  let isFirst = true
  const { batch, saved } = openBatch(() => {
    if (isFirst) queueMicrotask(() => outcomes(50).forEach(batch.add))
    isFirst = false
  })
  outcomes(1).forEach(batch.add)
  await batch.flush()
  await turn()
  expect(saved.length).toBe(51)
})
