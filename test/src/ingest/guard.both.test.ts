import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreditlineError } from '../../../feeds/model/error.ts'
import { checkAddress, checkUrl, isPublicAddress, policyOf } from '../../../src/ingest/guard.ts'

const closed = policyOf([])

describe('checkUrl', () => {
  it.each([
    ['loopback', 'http://127.0.0.1/'],
    ['loopback on an open port', 'http://127.0.0.1:8080/a.xml'],
    ['short form', 'http://127.1/'],
    ['decimal', 'http://2130706433/'],
    ['octal', 'http://0177.0.0.1/'],
    ['hexadecimal', 'http://0x7f000001/'],
    ['full-width digits', 'http://１２７．０．０．１/'],
    ['mapped', 'http://[::ffff:10.1.2.3]/'],
    ['compatible', 'http://[::127.0.0.1]/'],
    ['translated', 'http://[64:ff9b::10.0.0.1]/'],
    ['6to4', 'http://[2002:a00:1::1]/'],
    ['unique local', 'http://[fd00::1]/'],
    ['metadata', 'http://169.254.169.254/'],
    ['cloud wire server', 'http://168.63.129.16/'],
    ['localhost with a dot', 'http://LocalHost./'],
    ['below localhost', 'http://a.localhost/'],
    ['single label', 'http://intranet/'],
    ['home network', 'http://nas.lan/'],
    ['cluster', 'http://db.svc.cluster.local/'],
    ['empty label', 'http://paper..example/'],
    ['port', 'http://paper.example:6379/'],
    ['user information', 'http://ann:secret@paper.example/'],
    ['user name that looks like a host', 'http://paper.example@127.0.0.1/'],
    ['file', 'file:///etc/passwd'],
    ['data', 'data:text/xml,<rss/>'],
    ['script', 'javascript:void(0)'],
    ['feed: over loopback', 'feed:http://[::1]/x'],
    ['feed:// loopback', 'feed://127.0.0.1/'],
    ['unclosed bracket', 'http://[::1'],
    ['no address', 'not an address'],
    ['nothing', ''],
  ])('refuses %s', (_, url) => {
    expect(() => checkUrl(url, closed)).toThrow(CreditlineError)
  })

  it.each([
    ['HTTPS://PAPER.EXAMPLE/Feed.xml#top', 'https://paper.example/Feed.xml'],
    ['https://paper.example./feed', 'https://paper.example/feed'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['http://paper.example:8080/rss', 'http://paper.example:8080/rss'],
    ['https://127.0.0.1.paper.example/', 'https://127.0.0.1.paper.example/'],
    ['https://my_feed.example/', 'https://my_feed.example/'],
    ['feed:https://paper.example/rss', 'https://paper.example/rss'],
    ['feed://paper.example/rss', 'http://paper.example/rss'],
    ['http://1.1.1.1/feed', 'http://1.1.1.1/feed'],
    ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
  ])('passes %s', (url, normal) => {
    expect(checkUrl(url, closed).href).toBe(normal)
  })

  it('tells what would allow it, and never repeats a password', () => {
    expect(() => checkUrl('http://nas.lan/', closed)).toThrow('CREDITLINE_ALLOW_HOSTS=nas.lan')
    expect(() => checkUrl('http://ann:secret@paper.example/', closed)).not.toThrow(/secret|ann/)
    expect(() => checkUrl('http://ann:secret@paper.example:81/', closed)).toThrow(
      'CREDITLINE_LOGINS=http://USER:PASSWORD@paper.example:81/',
    )
  })

  it('never lets an address through that is not public, however it is written', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const host = URL.canParse(url) ? new URL(url).hostname : ''
        if (/^[\d.]+$|^\[/.test(host) && !isPublicAddress(host.replace(/[[\]]/g, '')))
          expect(() => checkUrl(url, closed)).toThrow(CreditlineError)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          expect(['http:', 'https:']).toContain(checkUrl(text, closed).protocol)
        } catch (error) {
          expect(error).toBeInstanceOf(CreditlineError)
        }
      }),
    )
  })
})

describe('the allow-list', () => {
  it('opens a host on one port', () => {
    const policy = policyOf(['127.0.0.1:9000'])
    expect(checkUrl('http://127.0.0.1:9000/', policy).port).toBe('9000')
    expect(() => checkUrl('http://127.0.0.1:9001/', policy)).toThrow('9001')
    expect(() => checkUrl('http://127.0.0.1/', policy)).toThrow('not public')
  })

  it('opens a host on any port, and its names for what they resolve to', () => {
    const policy = policyOf(['nas.lan', '[::1]:80'])
    expect(checkUrl('http://nas.lan:5000/', policy).host).toBe('nas.lan:5000')
    expect(() =>
      checkAddress('192.168.1.9', { host: 'nas.lan', port: '5000' }, policy),
    ).not.toThrow()
    expect(() => checkAddress('192.168.1.9', { host: 'other.lan', port: '80' }, policy)).toThrow()
    expect(checkUrl('http://[::1]/', policy).hostname).toBe('[::1]')
  })

  it('opens a network', () => {
    const policy = policyOf(['10.1.0.0/16', 'fd00::/8'])
    expect(checkUrl('http://10.1.2.3:9999/', policy).hostname).toBe('10.1.2.3')
    expect(checkUrl('http://[fd00::5]/', policy).hostname).toBe('[fd00::5]')
    expect(() => checkUrl('http://10.2.0.1/', policy)).toThrow('not public')
    expect(() =>
      checkAddress('10.1.9.9', { host: 'wiki.example', port: '443' }, policy),
    ).not.toThrow()
  })

  it.each(['http://x/', 'a b', '10.0.0.0/99', 'u@h'])('names the entry %s that is none', (item) => {
    expect(() => policyOf([item])).toThrow(`"${item}" in CREDITLINE_ALLOW_HOSTS`)
  })
})
