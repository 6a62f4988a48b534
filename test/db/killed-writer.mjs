// Stores polls as fast as it can until it is killed: FILE, a sample outcome as JSON, the number of the first poll.
import { openStore } from '../../dist/db/node-store.js'

const [file, sample, first] = process.argv.slice(2)
const { upstream, article, size } = JSON.parse(sample)
const { store } = await openStore(file)
process.send('ready')
for (let poll = Number(first); ; poll++) {
  const articles = Array.from({ length: size }, (_, at) => {
    const guid = `${poll}-${at}`
    return {
      article: { ...article, guid, publishedId: `urn:x:${guid}` },
      hash: guid,
      said: '{}',
      faults: [],
    }
  })
  await store.savePolls(
    [{ upstream: { ...upstream, etag: String(poll) }, articles }],
    article.firstSeenAt,
  )
}
