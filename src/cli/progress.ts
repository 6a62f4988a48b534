/** A progress bar with rate and time left on a terminal, and nothing in a pipe. */

import { SingleBar } from 'cli-progress'

export interface Progress {
  advance(by?: number): void
  end(): void
}

const SILENT: Progress = { advance() {}, end() {} }

export function openProgress(label: string, total: number): Progress {
  if (!process.stderr.isTTY || total < 2) return SILENT
  const started = performance.now()
  let done = 0
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total} {rate}/s, {eta_formatted} left`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(total, 0, { rate: '-' })
  return {
    advance(by = 1) {
      done += by
      const seconds = (performance.now() - started) / 1000
      bar.update(done, { rate: Math.round(done / Math.max(seconds, 0.001)) })
    },
    end: () => bar.stop(),
  }
}
