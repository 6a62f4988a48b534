/** The sheet for reading: lists of articles, the article page, its credits and the way that it took. */

export const READING = `
.lede { color: var(--soft); font-size: 1.08rem; max-width: 40rem; text-wrap: pretty; }
.day { font: 600 .8rem var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--soft);
  border-bottom: 1px solid var(--rule); padding-bottom: .35rem; margin: 2.2rem 0 0; }
.day:first-child { margin-top: 0; }
.item { padding: 1.1rem 0 1.2rem; border-bottom: 1px solid var(--rule); }
.item h2, .item h3 { font-size: 1.3rem; margin: 0 0 .25em; }
.item h2 a, .item h3 a { color: inherit; text-decoration: none; }
.item h2 a:hover, .item h3 a:hover { text-decoration: underline; text-decoration-thickness: .06em; }
.item p { margin: 0 0 .4em; }
.kicker { font: .82rem/1.5 var(--sans); color: var(--soft); }
.kicker a { color: inherit; }
.excerpt { color: var(--soft); max-width: 44rem; }
.lead { padding: 0 0 1.8rem; margin-bottom: 1.8rem; border-bottom: 1px solid var(--rule); display: grid; gap: .4rem 2.2rem; }
.lead h2 { font-size: clamp(1.65rem, 1.2rem + 2.2vw, 2.5rem); letter-spacing: -.015em; margin-bottom: .3em; }
.lead h2 a { color: inherit; text-decoration: none; }
.lead h2 a:hover { text-decoration: underline; text-decoration-thickness: .05em; }
.lead .excerpt { font-size: 1.08rem; }
.lead figure { margin: 0 0 .6rem; }
.lead img, .picture img { width: 100%; background: var(--rule); display: block; }
.lead img { aspect-ratio: 3 / 2; object-fit: cover; }
@media (min-width: 60rem) { .lead.pictured { grid-template-columns: 1fr 1fr; } }

.credits-line { font: .88rem/1.6 var(--sans); }
.credits-line > span { display: inline-block; margin-inline-end: .9em; }
.credits-line a { color: inherit; }
.role { color: var(--soft); }
.dot::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%; background: var(--soft); margin-inline-end: .45em; }
.dot.author::before { background: var(--author); } .dot.wire::before { background: var(--wire); }
.dot.contributed::before { background: var(--contributed); }
.dot.photo::before, .dot.illustration::before { background: var(--photo); }
.dot.translation::before, .dot.editing::before { background: var(--craft); }
.status { font: 700 .75rem var(--sans); letter-spacing: .05em; text-transform: uppercase; color: var(--alarm); border: 1px solid; border-radius: 3px; padding: .1em .45em; margin-inline-end: .5em; vertical-align: .15em; }

.aside h2 { font: 700 .95rem var(--sans); border-top: 2px solid var(--ink); padding-top: .6rem; margin: 0 0 .6rem; }
.aside section { margin-bottom: 2.2rem; }
.aside ul { list-style: none; padding: 0; margin: 0 0 .8rem; font: .92rem/1.5 var(--sans); }
.aside li { padding: .2rem 0; }
.aside p { font: .9rem/1.5 var(--sans); }
.pager { display: flex; flex-wrap: wrap; gap: .6rem; padding: 1.6rem 0; }

.story header { margin-bottom: 1.5rem; }
.story .byline { font: 1rem/1.5 var(--sans); margin: 0 0 .2em; }
.story header, .story .prose { max-width: 40rem; }
.story .prose { font-size: 1.1rem; line-height: 1.65; }
.picture { margin: 0 0 1.6rem; max-width: 46rem; }
figcaption { font: .86rem/1.5 var(--sans); color: var(--soft); padding-top: .45rem; }
figcaption .credit { display: block; }
.prose :is(h2, h3, h4, h5, h6) { margin-top: 1.5em; }
.prose blockquote { margin-inline: 0; padding-inline-start: 1.2rem; border-inline-start: 3px solid var(--rule); color: var(--soft); }
.prose table { display: block; overflow-x: auto; }
.prose figure { margin-inline: 0; }
.credit-card li { padding: 0; border-bottom: 1px solid var(--rule); }
.credit-card summary { padding: .5rem 0; }
.credit-card summary .role { display: block; padding-inline-start: 2.3em; font-size: .85rem; }
.credit-card .evidence { padding: 0 0 .6rem 1.2rem; }
.evidence blockquote { margin: 0 0 .3rem; font: 1rem/1.5 var(--serif); }
.evidence p { margin: 0 0 .6rem; font-size: .85rem; color: var(--soft); }
.original { font-size: 1rem; overflow-wrap: anywhere; }
.facts { font: .9rem/1.5 var(--sans); margin: 0; }
.facts dt { color: var(--soft); margin-top: .5rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; }
.aside .tags li { padding: 0; }
.tags a { border: 1px solid var(--rule); border-radius: 1em; padding: .15em .75em; text-decoration: none; color: inherit; display: inline-block; }
.tags a:hover { border-color: var(--ink); }

.map { display: none; margin: 0 0 2.5rem; border-block: 1px solid var(--rule); padding: 1.2rem 0; }
.map svg { display: block; width: 100%; }
.map path { fill: none; stroke: var(--ink); stroke-width: 3; }
.map circle { fill: var(--paper); stroke: var(--ink); stroke-width: 3; }
.map .last { fill: var(--mark); }
.map text { font: 13px var(--sans); fill: var(--ink); }
.map .head { font-size: 11px; letter-spacing: .04em; fill: var(--soft); }
.map .strong { font-weight: 700; }
.map .author { stroke: var(--author); } .map .wire { stroke: var(--wire); } .map .contributed { stroke: var(--contributed); }
.map .photo, .map .illustration { stroke: var(--photo); } .map .translation, .map .editing { stroke: var(--craft); }
@media (min-width: 60rem) { .map { display: block; } }
.way { list-style: none; padding: 0; margin: 0; max-width: 46rem; }
.way > li { position: relative; padding: 0 0 1.7rem 2.6rem; }
.way > li::before { content: ""; position: absolute; left: .38rem; top: .15rem; width: 1.1rem; height: 1.1rem; border-radius: 50%; border: 3px solid var(--ink); background: var(--paper); z-index: 1; }
.way > li:not(:last-child)::after { content: ""; position: absolute; left: .84rem; top: .6rem; bottom: -.5rem; width: 3px; background: var(--ink); }
.way > li:last-child::before { background: var(--mark); }
.way > .spring::before { content: none; }
.way > .spring::after { top: 2.5rem; }
.way h2 { font-size: 1.15rem; margin: 0; }
.way .stage { font: .82rem/1.5 var(--sans); color: var(--soft); margin: 0; }
.way p, .way dl { font-family: var(--sans); font-size: .92rem; margin: .2rem 0; overflow-wrap: anywhere; }
.streams { list-style: none; margin: .5rem 0 0; padding: 0; font: .95rem/1.5 var(--sans); }
.streams > li { position: relative; padding: .35rem 0; }
.streams > li::before { content: ""; position: absolute; left: -1.75rem; top: 1.02rem; width: 1.3rem; border-top: 3px solid var(--soft); }
.streams > .author::before { border-color: var(--author); } .streams > .wire::before { border-color: var(--wire); }
.streams > .contributed::before { border-color: var(--contributed); }
.streams > :is(.photo, .illustration)::before { border-color: var(--photo); }
.streams > :is(.translation, .editing)::before { border-color: var(--craft); }
.streams .evidence { padding: .3rem 0 .2rem 1.2rem; }
.way .evidence blockquote { font-size: 1rem; }
`
