/** Who is told by our WebSub hub of what is new, and how deliveries go. */

import type { Subscriber } from '../../db/hub-store.ts'
import { DeskButton, DeskLayout, type DeskProps } from './layout.tsx'
import { momentInWords } from './words.ts'

interface Props extends DeskProps {
  readonly subscribers: readonly Subscriber[]
  /** The id to go on after, where there are more. */
  readonly next: number | undefined
  readonly now: number
}

export const SubscribersPage = ({ c, config, subscribers, next, now }: Props) => (
  <DeskLayout c={c} config={config} title="Subscribers" here="/admin/subscribers">
    <h1>Subscribers</h1>
    <p class="lede">
      Programs that asked our hub to be told when a feed changes (WebSub). Readers who look for
      themselves are not here: nobody knows of them.
    </p>
    {subscribers.length === 0 ? (
      <p class="notice">
        Nobody has subscribed{next === undefined ? ' yet' : ''}. Every feed names the hub, so that
        services find it by themselves.
      </p>
    ) : (
      <ul class="cards">
        {subscribers.map((one) => (
          <Card c={c} one={one} baseUrl={config.baseUrl} now={now} />
        ))}
      </ul>
    )}
    {next === undefined ? null : (
      <nav class="pager" aria-label="Pages">
        <a class="button plain" href={`/admin/subscribers?after=${next}`} rel="next">
          More
        </a>
      </nav>
    )}
  </DeskLayout>
)

const Card = (props: { c: DeskProps['c']; one: Subscriber; baseUrl: string; now: number }) => {
  const { c, one, baseUrl, now } = props
  const feed = one.topic.startsWith(baseUrl) ? one.topic.slice(baseUrl.length) : one.topic
  return (
    <li class={`card ${one.failures > 0 ? 'failing' : 'healthy'}`}>
      <div class="what">
        <h2 class="break">
          {one.host} {one.failures > 0 ? <span class="badge failing">Failing</span> : null}
        </h2>
        <p>
          Feed <a href={feed}>{feed}</a>
        </p>
        <p>{deliveriesInWords(one, now)}</p>
        <p class="small quiet">
          Its lease ends {momentInWords(one.expiresAt, now)}; deliveries are{' '}
          {one.secret ? 'signed' : 'not signed'}.
        </p>
      </div>
      <div class="how short">
        <DeskButton
          c={c}
          action={`/admin/subscribers/${one.id}/drop`}
          label="Drop"
          of={`${one.host} from ${feed}`}
        />
      </div>
    </li>
  )
}

function deliveriesInWords({ deliveredAt, failures, lastError }: Subscriber, now: number): string {
  const taken = deliveredAt ? `Last delivery taken ${momentInWords(deliveredAt, now)}.` : ''
  if (failures > 0)
    return `Failed ${failures} ${failures === 1 ? 'time' : 'times'} in a row: ${lastError ?? 'the reason is not known'}. ${taken || 'It never took one.'}`
  return taken || 'Nothing was delivered to it yet.'
}
