/** A thread in place of the poller's: tells the log file that it begins and ends, and does between what the title says. */

import { appendFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const { title, db } = workerData
const note = (words) => appendFileSync(db, `${words}\n`)
note('begun')
if (title === 'throw') throw new Error('a fault of its own')
if (title === 'exit') process.exit(0)
parentPort.on('message', (said) => {
  note(said)
  if (title !== 'deaf') parentPort.close()
})
