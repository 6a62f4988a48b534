// Cleaning a body of 2 KB, reading its paragraphs, and what hostile bodies of 1 MB cost.
import { paragraphs, sanitize } from '../../dist/feeds/text/html.js'

const paragraph = `<p>The <a href="https://harbour-gazette.example/ferry?id=1&amp;x=2">night ferry</a> sailed &ndash; ${'again, and again, with <em>nine</em> bicycles on board. '.repeat(5)}</p>`
const body = `${paragraph.repeat(6)}<img src="https://harbour-gazette.example/a.jpg" alt="A boat" width="640">`

function time(run, times) {
  const rounds = Array.from({ length: 5 }, () => {
    const from = performance.now()
    for (let i = 0; i < times; i++) run()
    return (performance.now() - from) / times
  })
  // The best round: others' load only ever adds.
  return Math.min(...rounds)
}

console.log(`body of ${body.length} characters`)
console.log(`sanitize    ${time(() => sanitize(body), 1000).toFixed(3)} ms`)
console.log(`paragraphs  ${time(() => paragraphs(body), 5000).toFixed(3)} ms`)

const N = 100_000
const HOSTILE = {
  'nested div': `${'<div>'.repeat(N)}x${'</div>'.repeat(N)}`,
  'nested b and i': '<b><i>'.repeat(N / 2),
  'unclosed p and b': '<p><b>'.repeat(N),
  'less-than signs': `<p>${'<'.repeat(1e6)}`,
  'number references': '&#1234567;'.repeat(N),
  attributes: `<a ${'x=1 '.repeat(250_000)}>`,
  'unclosed quotes': '<a href="'.repeat(N),
  tables: '<table><td>'.repeat(N),
}
for (const [name, html] of Object.entries(HOSTILE)) {
  console.log(
    `${name.padEnd(18)} sanitize ${time(() => sanitize(html), 1).toFixed(0)} ms, paragraphs ${time(() => paragraphs(html), 1).toFixed(0)} ms`,
  )
}
