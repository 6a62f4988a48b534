import { describe, expect, it } from 'vitest'
import { once, recent } from '../../../src/publish/once.ts'

const counting = () => {
  let done = 0
  return async () => ++done
}

describe('work that many ask for', () => {
  it('is done once at a time', async () => {
    const together = once<number>()
    const work = counting()
    expect(await Promise.all([together('a', work), together('a', work)])).toEqual([1, 1])
    expect(await together('a', work)).toBe(2)
  })

  it('is each one’s own where none may wait for another', async () => {
    for (const own of [
      once<number>({ alone: true }),
      recent<number>(() => true, { alone: true }),
    ]) {
      const work = counting()
      expect(await Promise.all([own('a', work), own('a', work)])).toEqual([1, 2])
    }
  })
})

describe('what was asked for just now', () => {
  it('is given again, the last few of it', async () => {
    const again = recent<number>(() => true, { most: 2 })
    const work = counting()
    expect(await Promise.all(['a', 'a', 'b', 'a', 'c'].map((key) => again(key, work)))).toEqual([
      1, 1, 2, 1, 3,
    ])
    expect(await again('b', work)).toBe(4)
  })

  it('is asked for anew when it is refused or failed', async () => {
    const again = recent<number>((result) => result > 1)
    const work = counting()
    expect(await again('a', work)).toBe(1)
    expect(await again('a', work)).toBe(2)
    expect(await again('a', work)).toBe(2)
    await expect(again('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await again('b', work)).toBe(3)
  })
})
