// Credit lines and ordinary body lines a second on one core, and how long hostile lines take as they grow.
// npm run bench -- credits [seconds each, after a warm-up]
import { readdirSync, readFileSync } from 'node:fs'
import { hasCue, readCredits } from '../../dist/feeds/credits/index.js'

const seconds = Number(process.argv[2] ?? 2)
const fixtures = new URL('../fixtures/credits/', import.meta.url)

const credits = readdirSync(fixtures)
  .filter((name) => name.endsWith('.txt') && name !== 'negatives.txt')
  .flatMap((name) => readFileSync(new URL(name, fixtures), 'utf8').split('\n'))
  .map((line) => /^\[([a-z:-]*)\] (.*)$/.exec(line))
  .filter((match) => match !== null)
  .map(([, where, text]) => ({ text, where }))

// sentences as articles have them, of the lengths and languages that they have them in
const body =
  `The council voted on Thursday to keep the harbour open through the winter, a decision that fishermen had asked for since the storm damaged the northern pier in October.
Prices at the quay rose by four percent in the first week of the month, while the number of boats that left port before dawn fell to its lowest level in a decade.
"We have to be patient, and we have to be ready when the weather turns," the harbour master said after the meeting, standing beside the crane that was repaired last year.
Der Stadtrat beschloss am Donnerstag, den Hafen auch im Winter offen zu halten; das hatten die Fischer seit dem Sturm gefordert, der die nördliche Mole im Oktober beschädigte.
Le conseil a décidé jeudi de laisser le port ouvert tout l'hiver, comme le demandaient les pêcheurs depuis la tempête qui a endommagé la jetée nord au mois d'octobre.
El consejo decidió el jueves mantener abierto el puerto durante el invierno, como pedían los pescadores desde la tormenta que dañó el muelle norte en octubre.
Совет в четверг решил оставить гавань открытой на всю зиму, как просили рыбаки после бури, повредившей северный причал в октябре прошлого года.
Residents of the upper town, who have waited three years for the new road, said that the money would be better spent there than on a pier that few of them use.
He did not answer.
The work is expected to cost about 12 million and to take until the end of next summer, according to the plan that the engineers presented.`.split(
    '\n',
  )

/** Warm: a service reads for days, and is compiled in its first seconds. */
const WARM_UP_MS = 8000

function rate(name, lines, read) {
  const begun = performance.now()
  while (performance.now() - begun < WARM_UP_MS) for (const line of lines) read(line)
  const from = performance.now()
  let count = 0
  while (performance.now() - from < seconds * 1000) {
    for (const line of lines) read(line)
    count += lines.length
  }
  const perSecond = Math.round((count * 1000) / (performance.now() - from))
  console.log(`${name.padEnd(34)} ${perSecond.toLocaleString('en')} lines/s`)
}

rate('credit lines, with their place', credits, ({ text, where }) => readCredits(text, { where }))
rate('credit lines, without', credits, ({ text }) => readCredits(text))
rate('ordinary body lines, read', body, (text) => readCredits(text, { where: 'body' }))
rate('ordinary body lines, cheap test', body, hasCue)

const hostile = {
  names: (n) => `By ${'Jane Doe, '.repeat(n)}`,
  slashes: (n) => `${'/'.repeat(n * 10)}AFP`,
  brackets: (n) => `${'(AFP '.repeat(n * 2)}`,
  initials: (n) => 'A. '.repeat(n * 3),
  photos: (n) => 'Photo: '.repeat(n),
  han: (n) => '新华社记者'.repeat(n * 2),
}
for (const [name, make] of Object.entries(hostile)) {
  const times = [1000, 10_000, 100_000].map((n) => {
    const text = make(n)
    const from = performance.now()
    readCredits(text, { where: 'caption' })
    return `${(text.length / 1000).toFixed(0)} kB ${(performance.now() - from).toFixed(1)} ms`
  })
  console.log(`hostile ${name.padEnd(26)} ${times.join('   ')}`)
}
