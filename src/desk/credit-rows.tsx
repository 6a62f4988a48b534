/** The rows of the form in which credits are set. */

import { type Credit, ROLES, type Role } from '../../feeds/model/credit.ts'
import { EMPTY_ROWS, KINDS } from './credit-form.ts'

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  author: 'wrote',
  wire: 'supplied the text',
  contributed: 'contributed reporting',
  photo: 'photo',
  illustration: 'illustration',
  translation: 'translated',
  editing: 'edited',
}

/** `prefix` keeps the ids of several forms on a page apart. */
export const CreditRows = ({ credits, prefix }: { credits: readonly Credit[]; prefix: string }) => (
  <fieldset class="credit-rows">
    <legend>Credits</legend>
    {credits.map((credit, row) => (
      <Row row={row} credit={credit} prefix={prefix} />
    ))}
    {Array.from({ length: EMPTY_ROWS }, (_, index) => (
      <Row row={credits.length + index} prefix={prefix} />
    ))}
    <p class="hint">To take a credit away, empty its name.</p>
  </fieldset>
)

const Row = ({ row, credit, prefix }: { row: number; credit?: Credit; prefix: string }) => {
  const who = credit ? ` of ${credit.name}` : ` of new credit ${row + 1}`
  const id = (name: string) => `${prefix}-${name}-${row}`
  return (
    <div class="credit-row">
      <div>
        <label for={id('name')}>
          {credit ? 'Name' : 'Add'}
          <span class="hidden">{who}</span>
        </label>
        <input id={id('name')} name={`name-${row}`} value={credit?.name ?? ''} dir="auto" />
      </div>
      <div>
        <label for={id('role')}>
          Role<span class="hidden">{who}</span>
        </label>
        <select id={id('role')} name={`role-${row}`}>
          {ROLES.map((role) => (
            <option value={role} selected={role === (credit?.role ?? 'author')}>
              {ROLE_NAMES[role]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={id('kind')}>
          Kind<span class="hidden">{who}</span>
        </label>
        <select id={id('kind')} name={`kind-${row}`}>
          {KINDS.map(([kind, name]) => (
            <option value={kind} selected={kind === (credit?.kind ?? 'person')}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
