/** The desk's sheet: its masthead, cards of upstreams and articles, and forms. */

export const DESK = `
.masthead.desk .wrap { align-items: center; padding-top: .6rem; padding-bottom: .5rem; }
.masthead.desk .name { font-size: 1.3rem; }
.masthead.desk nav { margin-inline-start: 0; }
.masthead.desk form { margin: 0; margin-inline-start: auto; }
@media (max-width: 52rem) { .masthead.desk nav { order: 1; flex-basis: 100%; font-size: .92rem; } .masthead.desk nav ul { gap: 0 1rem; } }
.masthead.desk ~ main section > h2:first-child, .stack > h2 { margin-top: 1.6rem; }
.masthead.desk ~ main .aside section > h2:first-child, .stack > h2:first-child { margin-top: 0; }
button.link { background: none; border: 0; color: var(--link); padding: .35rem 0; min-height: 0; font-weight: 400; text-decoration: underline; text-underline-offset: .18em; }
.break { overflow-wrap: anywhere; }
.hint { font: .82rem/1.45 var(--sans); color: var(--soft); margin: .2rem 0 0; }
.field { margin-bottom: .9rem; }
.stack { max-width: 42rem; }
.pair { display: grid; gap: 0 1.2rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
.look, main > .look { display: flex; flex-wrap: wrap; gap: .6rem; align-items: start; max-width: 46rem; margin-bottom: 1.8rem; }
.look .field { flex: 1 1 16rem; margin: 0; }
@media (min-width: 36rem) { .look > button { margin-top: 1.28rem; } }
.check { display: grid; grid-template-columns: 1.5rem 1fr; align-items: start; margin-bottom: .55rem; }
.check input { width: 1.1rem; height: 1.1rem; margin: .1rem 0 0; accent-color: var(--ink); }
.check label { font-weight: 500; font-size: .92rem; }
.check .hint { grid-column: 2; }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; margin: .6rem 0 1.2rem; }
.inline { display: inline; margin: 0; }
.danger { background: var(--alarm); border-color: var(--alarm); color: var(--paper); }
.badge { font: 700 .72rem/1.6 var(--sans); letter-spacing: .03em; border: 1px solid; border-radius: 3px; padding: .05em .5em; white-space: nowrap; vertical-align: .15em; color: var(--soft); }
.badge.healthy { color: var(--good); }
.badge.failing, .badge.gone { color: var(--alarm); }
.cards { list-style: none; padding: 0; margin: 0; }
.card { border-top: 1px solid var(--rule); padding: 1rem 0; display: grid; gap: .4rem 2rem; }
.card h2, .card h3 { font-size: 1.15rem; margin: 0 0 .15em; }
.card p { margin: 0 0 .35em; font-family: var(--sans); font-size: .92rem; }
.card .small { font-size: .82rem; }
@media (min-width: 48rem) { .card { grid-template-columns: minmax(0, 1fr) auto; } .card .how { width: 15rem; } .card .how.short { width: auto; } }
.how .actions { margin: .6rem 0 0; }
.how button { min-height: 2.2rem; padding: .3rem .8rem; font-size: .88rem; }
.rhythm svg { display: block; max-width: 100%; border-bottom: 1px solid var(--rule); }
.rhythm rect { fill: var(--contributed); }
#live { align-items: center; }
#live p { margin: 0; }
[hidden] { display: none !important; }
.polls { list-style: none; padding: 0; margin: 0; font: .92rem/1.5 var(--sans); }
.polls li { border-top: 1px solid var(--rule); padding: .5rem 0; display: grid; gap: 0 1.2rem; }
.polls time { color: var(--soft); font-variant-numeric: tabular-nums; font-size: .85rem; white-space: nowrap; }
.polls span { overflow-wrap: anywhere; }
@media (min-width: 48rem) { .polls li { grid-template-columns: 11rem minmax(0, 16rem) minmax(0, 1fr); } }
@media (prefers-reduced-motion: no-preference) { .fresh { animation: fresh 2.5s ease-out; } }
@keyframes fresh { from { background: var(--mark); } }
.figures { list-style: none; padding: 0; display: grid; gap: 1px; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); margin-bottom: 2rem; border-block: 2px solid var(--ink); }
.figures a { display: block; padding: .8rem .2rem; font: .92rem/1.4 var(--sans); color: inherit; text-decoration: none; }
.figures a:hover { text-decoration: underline; }
.figures strong { display: block; font: 700 2rem/1.1 var(--serif); }
.review { border-top: 2px solid var(--ink); padding: 1.1rem 0 1.6rem; display: grid; gap: 1.2rem 2.5rem; }
@media (min-width: 60rem) { .review { grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); } .columns.even { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.review h2 { font-size: 1.25rem; margin-bottom: .2em; }
.review blockquote { margin: 0 0 .6rem; padding-inline-start: .9rem; border-inline-start: 3px solid var(--rule); }
.doubts { list-style: none; padding: 0; margin: 0 0 .8rem; font: 600 .92rem/1.5 var(--sans); color: var(--alarm); }
.read p { font: .95rem/1.5 var(--sans); margin: 0 0 .2rem; }
.read .evidence { margin-bottom: .7rem; }
.read .evidence blockquote { padding-inline-start: .9rem; border-inline-start: 3px solid var(--rule); }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; min-width: 0; }
legend { font: 700 .95rem var(--sans); padding: 0; margin-bottom: .4rem; }
.credit-row { display: grid; gap: .4rem .6rem; grid-template-columns: 1fr 1fr; padding: .35rem 0 .6rem; }
.credit-row > :first-child { grid-column: 1 / -1; }
@media (min-width: 36rem) { .credit-row { grid-template-columns: 1.3fr 1fr 1fr; } .credit-row > :first-child { grid-column: auto; } }
.sources { max-height: 16rem; overflow-y: auto; border: 1px solid var(--rule); padding: .7rem .8rem .3rem; }
.sources legend { padding: 0 .3rem; }
.plain-list { padding-inline-start: 1.1rem; font: .9rem/1.5 var(--sans); overflow-wrap: anywhere; }
.preview .item { padding: .8rem 0; }
.preview .item h3, .desk .item h3 { font-size: 1.08rem; }
details { margin-bottom: 1rem; }
details > .stack { padding-top: .8rem; }
`
