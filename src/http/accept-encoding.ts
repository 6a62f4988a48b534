/** Which content codings a client takes. */

/** Accept-Encoding names gzip (or *) and not with q=0 (RFC 9110 section 12.5.3). */
export const takesGzip = (header: string | null | undefined): boolean =>
  (header ?? '')
    .split(',')
    .some((item) =>
      /^\s*(?:gzip|x-gzip|\*)\s*(?:;\s*q\s*=\s*(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(item),
    )
