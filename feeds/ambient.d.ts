// What Node and Workers share of the web platform and feeds/ may use. Nothing here does I/O.

interface URLSearchParams {
  get(name: string): string | null
  has(name: string): boolean
  toString(): string
}
interface URL {
  hash: string
  host: string
  hostname: string
  href: string
  readonly origin: string
  password: string
  pathname: string
  port: string
  protocol: string
  search: string
  readonly searchParams: URLSearchParams
  username: string
  toString(): string
}
declare const URL: {
  new (url: string, base?: string | URL): URL
  canParse(url: string, base?: string): boolean
}
interface TextDecoder {
  readonly encoding: string
  decode(input?: Uint8Array, options?: { stream?: boolean }): string
}
declare const TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder
}
interface TextEncoder {
  encode(input?: string): Uint8Array
  encodeInto(input: string, into: Uint8Array): { readonly read: number; readonly written: number }
}
declare const TextEncoder: { new (): TextEncoder }
