/** How far V8's young generation grows: at a burst to its limit of 32 MB a thread, and it never shrinks again. */

import { setFlagsFromString } from 'node:v8'

/** Holds it where it is, in all threads. A thread that begins undoes it: to be called again once one is online. */
export const keepYoungSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1')
