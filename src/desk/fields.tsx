/** Fields of forms, each with its label and a word of advice. */

import type { Child } from 'hono/jsx'

interface FieldProps {
  readonly name: string
  /** Where another form of the page has a field of that name. */
  readonly id?: string
  readonly label: string
  readonly value?: string | undefined
  readonly hint?: Child
  readonly type?: 'text' | 'url' | 'search' | 'number' | 'date'
  readonly required?: boolean
  readonly dir?: 'auto'
}

export const Field = ({ name, label, value = '', hint, type = 'text', ...rest }: FieldProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      type={type}
      value={value}
      {...rest}
      {...(hint ? { 'aria-describedby': `${name}-hint` } : {})}
    />
    <Hint name={name} hint={hint} />
  </div>
)

export const TextArea = ({
  name,
  id = name,
  label,
  value = '',
  hint,
  rows = 3,
  required,
}: Omit<FieldProps, 'type' | 'dir'> & { readonly rows?: number }) => (
  <div class="field">
    <label for={id}>{label}</label>
    <textarea
      id={id}
      name={name}
      rows={rows}
      required={required}
      dir="auto"
      {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
    >
      {value}
    </textarea>
    <Hint name={id} hint={hint} />
  </div>
)

const Hint = ({ name, hint }: { name: string; hint: Child }) =>
  hint ? (
    <p class="hint" id={`${name}-hint`}>
      {hint}
    </p>
  ) : null

export const Check = (props: { name: string; label: string; checked: boolean; hint?: string }) => (
  <div class="check">
    <input
      type="checkbox"
      id={props.name}
      name={props.name}
      value="yes"
      checked={props.checked}
      {...(props.hint ? { 'aria-describedby': `${props.name}-hint` } : {})}
    />
    <label for={props.name}>{props.label}</label>
    <Hint name={props.name} hint={props.hint} />
  </div>
)

export const Select = (props: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
}) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <select id={props.name} name={props.name}>
      {props.options.map(([value, label]) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </div>
)
