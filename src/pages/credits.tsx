/** Credits as people read them: the line under a headline, and the list that shows what each credit rests on. */

import { type Credit, type Evidence, foldName, ROLES, type Role } from '../../feeds/model/credit.ts'
import { partyPath } from './site.ts'

/** How a role reads before the names, and after a name. */
const WORDS: Readonly<Record<Role, readonly [before: string, after: string]>> = {
  author: ['By', 'wrote the article'],
  wire: ['Agency', 'supplied the text'],
  contributed: ['With reporting by', 'contributed reporting'],
  photo: ['Photo', 'took or supplied the photo'],
  illustration: ['Illustration', 'made the illustration'],
  translation: ['Translation', 'translated the article'],
  editing: ['Editing', 'edited the article'],
}

export const roleBefore = (role: Role): string => WORDS[role][0]
export const roleAfter = (role: Role): string => WORDS[role][1]

/** The credits of each role, in the order of ROLES, each party once. */
export function byRole(credits: readonly Credit[]): { role: Role; credits: Credit[] }[] {
  return ROLES.flatMap((role) => {
    const named = new Map(
      credits
        .filter((credit) => credit.role === role)
        .map((c) => [c.agencyId ?? foldName(c.name), c]),
    )
    return named.size > 0 ? [{ role, credits: [...named.values()] }] : []
  })
}

/** `By Ada Brand · With reporting by Reuters and AFP`, each name a link to all that it is credited with. */
export const CreditsLine = ({
  credits,
  roles = ROLES,
}: {
  credits: readonly Credit[]
  roles?: readonly Role[]
}) => {
  const groups = byRole(credits).filter(({ role }) => roles.includes(role))
  if (groups.length === 0) return <p class="credits-line quiet">Nobody is credited.</p>
  return (
    <p class="credits-line">
      {groups.map(({ role, credits: named }) => (
        <span>
          <span class={`role dot ${role}`}>{roleBefore(role)}</span> <Names credits={named} />{' '}
        </span>
      ))}
    </p>
  )
}

const Names = ({ credits }: { credits: readonly Credit[] }) => (
  <>
    {credits.map((credit, index) => (
      <>
        {index === 0 ? '' : index === credits.length - 1 ? ' and ' : ', '}
        <a href={partyPath(credit)}>
          <bdi>{credit.name}</bdi>
        </a>
      </>
    ))}
  </>
)

/** One entry a party and role; what it was read from opens on demand. */
export const CreditList = ({ credits }: { credits: readonly Credit[] }) => (
  <ul>
    {byRole(credits).flatMap(({ role, credits: named }) =>
      named.map((credit) => (
        <li>
          <details>
            <summary>
              <span class={`dot ${role}`}>
                <bdi>{credit.name}</bdi>
              </span>{' '}
              <span class="role">{roleAfter(role)}</span>
            </summary>
            <EvidenceList credit={credit} />
            <p class="evidence">
              <a href={partyPath(credit)}>All that credits {credit.name}</a>
            </p>
          </details>
        </li>
      )),
    )}
  </ul>
)

export const EvidenceList = ({ credit }: { credit: Credit }) => (
  <div class="evidence">
    {credit.evidence.map((evidence) => (
      <>
        {evidence.text ? (
          <blockquote dir="auto">
            <MarkedText text={evidence.text} span={spanIn(evidence, credit.name)} />
          </blockquote>
        ) : null}
        <p>{evidenceInWords(evidence)}</p>
      </>
    ))}
  </div>
)

type Span = readonly [start: number, end: number]

/** The text with the party's name marked in it. */
export const MarkedText = ({ text, span }: { text: string; span: Span | undefined }) =>
  span ? (
    <>
      {text.slice(0, span[0])}
      <mark>{text.slice(span[0], span[1])}</mark>
      {text.slice(span[1])}
    </>
  ) : (
    <>{text}</>
  )

/** Where the party stands in the text: as it was read, else where its name is found. */
function spanIn({ text = '', span }: Evidence, name: string): Span | undefined {
  if (span && span[0] < span[1] && span[1] <= text.length) return span
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  return at < 0 || text.length !== text.toLowerCase().length ? undefined : [at, at + name.length]
}

const PLACES: Readonly<Record<string, string>> = {
  end: 'the line at the end of the article',
  byline: 'the byline',
  dateline: 'the dateline',
  caption: 'the caption of the picture',
  'title-suffix': 'the end of the title',
  body: 'the text of the article',
}

/** How the credit is known, as a sentence. */
export function evidenceInWords({ how, at }: Evidence): string {
  if (how === 'edited') return 'Set by an editor of this site.'
  const place = at ? (PLACES[at] ?? `“${at}”`) : undefined
  if (how === 'parsed') return `Read from ${place ?? 'the printed credit'}.`
  if (!place) return 'Declared by the publisher.'
  return at && at in PLACES
    ? `Declared in ${place}.`
    : `Declared by the feed, in its element ${place}.`
}
