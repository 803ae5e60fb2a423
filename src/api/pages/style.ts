/** The style sheet of the pages. Light and dark follow the reader's system. */
export const STYLE = `
:root {
  --paper: #fbfaf7; --card: #fff; --ink: #1d1b18; --soft: #6b655c; --rule: #e2ddd3; --accent: #7a1f1f;
  --stored: #2f7d4f; --copy: #3b6ea8; --quarantined: #b3362b; --processing: #c98a1b; --accepted: #cfc8ba;
  --quote: #fff0c2; --speaker: #ffd98a; --name: #b9cfe8; --serif: Georgia, 'Times New Roman', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --card: #1f1d1a; --ink: #ece7dd; --soft: #a39b8d; --rule: #37332d; --accent: #e39a8f;
    --stored: #4fae78; --copy: #6ea3dd; --quarantined: #e2695d; --processing: #e0aa46; --accepted: #4b463e;
    --quote: #4a3d17; --speaker: #6b541a; --name: #44607f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
body.stale main { opacity: 0.55; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
.top { border-bottom: 3px double var(--rule); }
.top div { display: flex; align-items: baseline; flex-wrap: wrap; gap: 0.4rem 2rem; max-width: 76rem; margin: 0 auto; padding: 0.9rem clamp(1rem, 4vw, 3rem) 0.7rem; }
.brand { font: 700 1.5rem/1 var(--serif); color: var(--ink); text-decoration: none; }
.top nav { display: flex; gap: 1.2rem; }
main { max-width: 76rem; margin: 0 auto; padding: 1.2rem clamp(1rem, 4vw, 3rem) 4rem; }
h1 { font: 700 clamp(1.5rem, 3.4vw, 2.3rem)/1.18 var(--serif); margin: 0.4rem 0 0.6rem; text-wrap: balance; }
h2 { font-size: 0.8rem; letter-spacing: 0.09em; text-transform: uppercase; color: var(--soft); margin: 2.2rem 0 0.7rem; }
.soft { color: var(--soft); }
.small { font-size: 0.85rem; }
.num { font-variant-numeric: tabular-nums; }
th.num, td.num { text-align: right; }
.facts { display: flex; flex-wrap: wrap; gap: 0.8rem; padding: 0; margin: 0.8rem 0 0; list-style: none; }
.facts li { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 0.6rem 1rem; min-width: 7.5rem; }
.facts b { display: block; font-size: 1.5rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.warning { border-left: 4px solid var(--processing); padding: 0.4rem 0.9rem; background: var(--card); margin: 0.6rem 0; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--rule); border-radius: 8px; }
th { text-align: left; font-weight: 600; font-size: 0.8rem; color: var(--soft); }
th, td { padding: 0.5rem 0.8rem; border-bottom: 1px solid var(--rule); vertical-align: middle; }
tr:last-child td { border-bottom: 0; }
td.wide { width: 34%; }
td time, td.name { white-space: nowrap; }
#articles td:first-child { min-width: 14rem; }
.scroll { overflow-x: auto; }
.bar { display: block; width: 100%; min-width: 8rem; height: 10px; border-radius: 5px; overflow: hidden; background: var(--accepted); }
.bar .stored, .dot.stored { fill: var(--stored); color: var(--stored); }
.bar .copy, .dot.copy { fill: var(--copy); color: var(--copy); }
.bar .quarantined, .dot.quarantined { fill: var(--quarantined); color: var(--quarantined); }
.bar .processing, .dot.processing { fill: var(--processing); color: var(--processing); }
.dot.accepted { color: var(--soft); }
.dot { white-space: nowrap; }
.dot::before { content: '●'; margin-right: 0.35em; font-size: 0.7em; vertical-align: 0.15em; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(21rem, 1fr)); gap: 1rem; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 0.9rem 1.1rem; min-width: 0; overflow-wrap: anywhere; }
.card h3 { font: 700 1.08rem/1.3 var(--serif); margin: 0 0 0.25rem; }
.card h3 a { color: inherit; text-decoration: none; }
.card h3 a:hover { text-decoration: underline; }
.card blockquote { margin: 0.6rem 0; padding-left: 0.8rem; border-left: 3px solid var(--quote); font-family: var(--serif); }
.card blockquote footer, .quotes footer { font: 0.85rem system-ui, sans-serif; color: var(--soft); }
.tag { display: inline-block; border: 1px solid var(--rule); border-radius: 99px; padding: 0 0.6rem; font-size: 0.8rem; margin: 0.15rem 0.25rem 0 0; }
.empty { border: 1px dashed var(--rule); border-radius: 8px; padding: 1.2rem; color: var(--soft); }
code, pre { font: 0.85em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--card); border: 1px solid var(--rule); border-radius: 4px; padding: 0.05em 0.35em; }
pre { padding: 0.8rem 1rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.article { display: grid; grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem); gap: 2.5rem; }
@media (max-width: 60rem) { .article { grid-template-columns: minmax(0, 1fr); } }
.body { font: 1.08rem/1.65 var(--serif); overflow-wrap: anywhere; }
.body p { margin: 0 0 1em; }
.body .quote, .marked .quote { background: var(--quote); border-radius: 2px; }
.body .speaker, .marked .speaker { background: var(--speaker); border-radius: 2px; }
.body .cue, .marked .cue { text-decoration: underline dotted; text-underline-offset: 3px; }
.body .name, .marked .name { box-shadow: inset 0 -2px 0 var(--name); }
.body :target { outline: 2px solid var(--accent); }
aside ul { list-style: none; padding: 0; margin: 0; }
aside li { margin: 0 0 0.7rem; overflow-wrap: anywhere; }
aside h2:first-child { margin-top: 0.6rem; }
@media (min-width: 60rem) { aside { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-bottom: 1rem; } }
.standfirst { font: italic 1.1rem/1.5 var(--serif); color: var(--soft); margin: 0 0 0.8rem; }
.legend span { margin-right: 1rem; padding: 0 0.2em; }
.body.legend { font: 0.85rem system-ui, sans-serif; }
details summary { cursor: pointer; }
`;
