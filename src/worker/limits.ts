/** What the platform allows a Worker, and how much of it we take. Each figure is kept to by what is built on it here. */

/** Per invocation; docs/workers.md names the pages that these were taken from. */
export interface Plan {
  readonly name: 'free' | 'paid'
  /**
   * Fetches, D1 queries (each of a batch) and queue sends together. The free plan counts 50 of each; since it is told
   * in more than one way what counts as which, we keep the sum below it. The paid plan has 1,000 queries and more fetches.
   */
  readonly requests: number
  /** Milliseconds of CPU; the paid plan's can be raised to five minutes. */
  readonly cpuMs: number
  /** Upstreams polled in one invocation. */
  readonly upstreamsTogether: number
  /** Upstreams put into the queue by one tick. */
  readonly upstreamsATick: number
  /** Articles whose text is cleaned and indexed in one invocation. */
  readonly articlesIndexed: number
  /** Messages of each kind (webhooks, subscribers, hubs) sent in one invocation. */
  readonly messagesSent: number
}

export const PLANS: Readonly<Record<Plan['name'], Plan>> = {
  free: {
    name: 'free',
    requests: 50,
    cpuMs: 10,
    upstreamsTogether: 3,
    upstreamsATick: 100,
    articlesIndexed: 50,
    messagesSent: 4,
  },
  paid: {
    name: 'paid',
    requests: 1000,
    cpuMs: 30_000,
    upstreamsTogether: 20,
    upstreamsATick: 2000,
    articlesIndexed: 500,
    messagesSent: 50,
  },
}

/** At a time: connections to upstreams in one invocation, both plans. */
export const CONNECTIONS = 6

/** D1, both plans. */
export const D1 = {
  parameters: 100,
  statementBytes: 100_000,
  rowBytes: 2_000_000,
  /** Terms of a compound SELECT, as the local one shows. */
  compoundTerms: 5,
} as const

/** Queues, both plans. */
export const QUEUE = {
  messageBytes: 128_000,
  /** Of one sendBatch. */
  messagesTogether: 100,
  bytesTogether: 256_000,
  /** Seconds by which a message may be put off. */
  longestDelay: 43_200,
  /** What the platform adds to a message. */
  overheadBytes: 100,
} as const
