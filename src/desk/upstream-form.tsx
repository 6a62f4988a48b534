/** The settings of an upstream, for a new one and for one that is here. */

import type { Upstream } from '../../feeds/model/upstream.ts'
import { Check, Field } from './fields.tsx'

export const UpstreamFields = ({ upstream }: { upstream?: Partial<Upstream> | undefined }) => (
  <>
    <div class="pair">
      <Field
        name="title"
        label="Name"
        value={upstream?.title}
        dir="auto"
        hint="What you call it. Empty: the feed’s own title."
      />
      <Field
        name="publication"
        label="Publication"
        value={upstream?.publication}
        dir="auto"
        hint="The masthead that its articles are credited to. Empty: as the feed says."
      />
    </div>
    <Field
      name="tags"
      label="Tags"
      value={upstream?.tags?.join(', ')}
      hint="Separated by commas."
    />
    <Check
      name="private"
      label="Private"
      checked={upstream?.private ?? false}
      hint="Its address never appears in anything that is published."
    />
    <Check
      name="peer"
      label="Trusted Creditline"
      checked={upstream?.peer ?? false}
      hint="The records in its feed are believed, as if we had written them."
    />
  </>
)
