/** Property tests draw the same cases in every run: what fails here fails everywhere. */

import fc from 'fast-check'

fc.configureGlobal({ seed: 20260401 })
