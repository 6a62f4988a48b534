/** The sheet's ground: colours of both schemes, type, links, forms, and what every page is made of. */

export const BASE = `
:root {
  color-scheme: light dark;
  --paper: #fbf9f3; --sheet: #fffefa; --ink: #1e1b16; --soft: #5e574b; --rule: #d9d2c2; --link: #0b4f6c;
  --mark: #ffdf80; --mark-ink: #1e1b16; --alarm: #98231d; --alarm-paper: #fbebe6; --good: #256343;
  --author: #0b4f6c; --wire: #a8431a; --contributed: #8a6300; --photo: #5a3d8c; --craft: #256343;
  --serif: "Iowan Old Style", "Palatino Linotype", "URW Palladio L", Palatino, "Noto Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171613; --sheet: #1f1d19; --ink: #ece7dc; --soft: #ada594; --rule: #3c382f; --link: #8cc7e0;
    --mark: #6b5310; --mark-ink: #fff6dc; --alarm: #f2a093; --alarm-paper: #3a1f1b; --good: #8fcfab;
    --author: #8cc7e0; --wire: #ef9d74; --contributed: #e0b84f; --photo: #bda4ea; --craft: #8fcfab;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--serif);
  overflow-wrap: break-word; text-rendering: optimizeLegibility;
}
h1, h2, h3, h4 { line-height: 1.2; margin: 0 0 .4em; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.6rem); letter-spacing: -.015em; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
p, ul, ol, dl, figure, blockquote, pre, table { margin: 0 0 1em; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
img, svg, video { max-width: 100%; height: auto; }
code, pre, kbd, samp { font-family: var(--mono); font-size: .87em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sheet); border: 1px solid var(--rule); padding: .8rem 1rem; }
mark { background: linear-gradient(transparent 8%, var(--mark) 8% 92%, transparent 92%); color: var(--mark-ink); padding: 0 .1em; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 1.5rem 0; }
table { border-collapse: collapse; font: .88rem/1.45 var(--sans); }
th, td { border-bottom: 1px solid var(--rule); padding: .45rem .8rem .45rem 0; text-align: start; vertical-align: top; }
.wrap { max-width: 72rem; margin: 0 auto; padding: 0 1.15rem; }
.skip { position: absolute; left: -999rem; background: var(--ink); color: var(--paper); padding: .6rem 1rem; font: 1rem var(--sans); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
.quiet { color: var(--soft); }
.small { font: .85rem/1.5 var(--sans); }
.small code { font-size: .95em; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.masthead { border-bottom: 3px double var(--ink); margin-bottom: 1.6rem; }
.masthead .wrap { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem 1.6rem; padding-top: 1rem; padding-bottom: .65rem; }
.name { font-size: 1.75rem; font-weight: 700; letter-spacing: -.02em; line-height: 1.15; color: var(--ink); text-decoration: none;
  background: linear-gradient(var(--mark), var(--mark)) 0 88% / 100% .32em no-repeat; }
.masthead nav { font: .92rem var(--sans); }
.masthead ul, .foot ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: 0; padding: 0; }
.masthead nav a { color: var(--ink); text-decoration: none; padding: .35rem 0; display: inline-block; border-bottom: 2px solid transparent; }
.masthead nav a:hover, .masthead nav a[aria-current] { border-bottom-color: var(--ink); }
.foot { border-top: 1px solid var(--rule); margin-top: 3rem; padding: 1.4rem 0 2.5rem; font: .85rem/1.5 var(--sans); color: var(--soft); }
.foot p { max-width: 44rem; text-wrap: balance; }

.columns { display: grid; gap: 2.2rem; }
.columns > * { min-width: 0; }
@media (min-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr) 18.5rem; gap: 3.2rem; }
  .name { font-size: 2.3rem; }
}
@media (min-width: 36rem) {
  .masthead nav { margin-inline-start: auto; }
}

input, select, textarea, button { font: .95rem/1.4 var(--sans); color: var(--ink); }
input:not([type=checkbox], [type=radio]), select, textarea {
  width: 100%; background: var(--sheet); border: 1px solid var(--soft); border-radius: 3px; padding: .45rem .6rem; min-height: 2.6rem;
}
label { font: 600 .82rem/1.5 var(--sans); display: block; }
button, .button {
  display: inline-block; background: var(--ink); color: var(--paper); border: 1px solid var(--ink); border-radius: 3px; cursor: pointer;
  padding: .5rem 1.1rem; min-height: 2.6rem; font: 600 .95rem/1.4 var(--sans); text-decoration: none;
}
button.plain, .button.plain { background: transparent; color: var(--ink); }
button:hover, .button:hover { text-decoration: underline; }
form { margin: 0 0 1.4rem; }
main > form { max-width: 30rem; }
details > summary { cursor: pointer; }
.notice { border-inline-start: 4px solid var(--soft); background: var(--sheet); padding: .8rem 1rem; margin: 0 0 1.4rem; }
.notice > :last-child { margin-bottom: 0; }
details + .notice { margin-top: 1rem; }
.notice.alarm { border-color: var(--alarm); background: var(--alarm-paper); }
.notice.good { border-color: var(--good); }
.scroll { overflow-x: auto; margin-bottom: 1.4rem; }
.scroll table { margin: 0; min-width: 34rem; }

`
