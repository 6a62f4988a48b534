/** The desk's sheet: tables of upstreams, review cards and forms. */

export const DESK = `
.desk .name { font-size: 1.4rem; }
`
