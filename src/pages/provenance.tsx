/** The provenance view: the way of an article as a picture, then station by station with time and evidence. */

import type { StoredArticle } from '../../db/store.ts'
import type { Credit } from '../../feeds/model/credit.ts'
import { recordJson, recordOf } from '../../feeds/model/provenance.ts'
import { byRole, EvidenceList, roleAfter } from './credits.tsx'
import { headlineOf } from './excerpt.ts'
import { Layout } from './layout.tsx'
import { articlePath, hostOf, partyPath, type Site, sourcePath } from './site.ts'
import { Time } from './time.tsx'
import { type Station, stationsOf } from './way.ts'
import { WayPicture } from './way-picture.tsx'

export const ProvenancePage = ({ stored, config }: { stored: StoredArticle; config: Site }) => {
  const { article, id } = stored
  const stations = stationsOf(id, article, config)
  return (
    <Layout
      title={`The way of “${headlineOf(article)}”`}
      config={config}
      feed={sourcePath(stored.sourceSlug)}
      canonical={`${config.baseUrl}${articlePath(id)}/provenance`}
      description="Who reported the article, where its original stands, and how it came here."
    >
      <h1>Where it comes from</h1>
      <p class="lede" dir="auto" lang={article.language}>
        <a href={articlePath(id)}>{headlineOf(article)}</a>
      </p>
      <div class="map">
        <WayPicture credits={article.credits} stations={stations} />
      </div>
      <ol class="way">
        <li class="spring">
          <Streams credits={article.credits} />
        </li>
        {stations.map((station) => (
          <li>
            <StationText station={station} />
          </li>
        ))}
      </ol>
      <Record stored={stored} />
    </Layout>
  )
}

const StationText = ({ station }: { station: Station }) => (
  <>
    <p class="stage">{station.stage}</p>
    <h2>
      <bdi>{station.name}</bdi>
    </h2>
    {station.at ? (
      <p>
        {station.atMeans} <Time value={station.at} />
      </p>
    ) : null}
    {station.url ? (
      <p>
        <a href={station.url}>{station.url}</a>
      </p>
    ) : null}
    {station.feedUrl ? (
      <p>
        Feed: <a href={station.feedUrl}>{station.feedUrl}</a>
      </p>
    ) : null}
    {station.evidence.map((sentence) => (
      <p class="quiet" dir="auto">
        {sentence}
      </p>
    ))}
  </>
)

/** Those whose work flowed into the original. */
const Streams = ({ credits }: { credits: readonly Credit[] }) => (
  <>
    <h2>Reported by</h2>
    {credits.length === 0 ? <p>Nobody is credited, and no credit line was found.</p> : null}
    <ul class="streams">
      {byRole(credits).flatMap(({ role, credits: named }) =>
        named.map((credit) => (
          <li class={role}>
            <a href={partyPath(credit)}>
              <bdi>{credit.name}</bdi>
            </a>{' '}
            <span class="role">{roleAfter(role)}</span>
            <EvidenceList credit={credit} />
          </li>
        )),
      )}
    </ul>
  </>
)

const Record = ({ stored: { article } }: { stored: StoredArticle }) => (
  <details>
    <summary>
      The record, as our feeds carry it
      {article.canonicalUrl ? ` (original at ${hostOf(article.canonicalUrl)})` : ''}
    </summary>
    <p class="quiet small">
      What its members mean is told on the page of <a href="/ns/1">the vocabulary</a>.
    </p>
    <pre>{JSON.stringify(JSON.parse(recordJson(recordOf(article))), null, 2)}</pre>
  </details>
)
