/** What this runtime gives to the service and to the commands, without the service itself. */

import { createHash, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { createLog } from './log.ts'

const gzipOnPool = promisify(gzip)

/** In one turn of another thread: a piece at a time, each would wait for this one. */
async function compress(bytes: Uint8Array, level: number): Promise<Uint8Array> {
  const room = bytes.byteLength + 1024
  const compressed = await gzipOnPool(bytes, { level, chunkSize: room })
  return new Uint8Array(compressed)
}

/** The dependencies of the service on this runtime. */
export const nodeDeps = (
  opened: Pick<Deps, 'store' | 'access' | 'fetchDocument'>,
  config: Config,
): Deps => ({
  ...opened,
  config,
  now: Date.now,
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
  clientAddress: (c) => getConnInfo(c).remote.address,
  gzip: (bytes, quickly) => compress(bytes, quickly ? 4 : 6),
  compressPages: true,
  random: (size) => randomBytes(size),
  log: createLog(config.log, Date.now, (line) => process.stderr.write(`${line}\n`)),
})
