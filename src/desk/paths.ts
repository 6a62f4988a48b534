/** Addresses of the desk's pages. */

export const articleDeskPath = (id: number): string => `/admin/articles/${id}`

export const upstreamPath = (id: string): string => `/admin/upstreams/${encodeURIComponent(id)}`

export const channelDeskPath = (slug: string): string =>
  `/admin/channels/${encodeURIComponent(slug)}`

/** The form that teaches an agency, with its name filled in. */
export const teachPath = (name: string): string =>
  `/admin/agencies${name ? `?name=${encodeURIComponent(name)}` : ''}`
