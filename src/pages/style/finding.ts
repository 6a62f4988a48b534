/** The sheet for finding and following: search, and the page that explains feeds. */

export const FINDING = `
.search-form { display: grid; gap: .9rem; margin-bottom: 2rem; max-width: 46rem; }
.ask { display: flex; gap: .6rem; }
.ask input { flex: 1; min-width: 0; font-size: 1.05rem; }
.filters { display: grid; gap: .8rem 1rem; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); padding-top: .8rem; }
.steps { display: grid; gap: 1.2rem 2rem; list-style: none; padding: 1.4rem 0 .6rem; margin: 0 0 1rem; border-block: 1px solid var(--rule); counter-reset: step; }
.steps li { counter-increment: step; }
.steps li::before { content: counter(step); font: 700 1.7rem/1 var(--serif); color: var(--contributed); display: block; margin-bottom: .35rem; }
.steps h3 { margin-bottom: .25em; }
.steps p { font: .95rem/1.5 var(--sans); margin-bottom: .6em; }
@media (min-width: 48rem) { .steps { grid-template-columns: repeat(3, 1fr); } }
.after { margin-top: 2.2rem; }
.channel { border-top: 2px solid var(--ink); padding: .9rem 0 1.6rem; max-width: 46rem; }
.channel h3 { font-size: 1.3rem; margin-bottom: .2em; }
.copy { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .5rem .8rem; align-items: center; margin: .35rem 0; max-width: 38rem; }
.copy input:not([type=checkbox], [type=radio]) { font-family: var(--mono); font-size: .8rem; min-height: 2.1rem; padding: .25rem .5rem; }
.open-in { margin: .3rem 0 .9rem; }
.open-in ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 0; }
.open-in .button { padding: .3rem .9rem; min-height: 2.2rem; font-size: .88rem; }
.open-in .plain { font-weight: 500; }
.follow { columns: 15rem; column-gap: 2rem; list-style: none; padding: 0; font: .95rem/1.5 var(--sans); }
.follow li { break-inside: avoid; padding: .2rem 0; }
.two { display: grid; gap: 0 2.5rem; }
@media (min-width: 48rem) { .two { grid-template-columns: 1fr 1fr; } }
`
