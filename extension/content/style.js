/** The look of chip and card. Colours stand in two palettes, which a test holds to WCAG AA contrast. */
(() => {
  earmark.PALETTES = {
    light: {
      ground: "#ffffff", raised: "#f5f6f4", line: "#dcdfda", ink: "#1c211e", quiet: "#586059", link: "#0b5a6e",
      good: "#1d6b3f", goodGround: "#e6f3ea", mixed: "#7d4f00", mixedGround: "#fbf0d9", bad: "#a3282b",
      badGround: "#fbe9e8", focus: "#0b5a6e",
    },
    dark: {
      ground: "#191d1b", raised: "#232826", line: "#3a413d", ink: "#e9ece9", quiet: "#a7b0aa", link: "#7fd0e3",
      good: "#84d6a4", goodGround: "#1b3526", mixed: "#f0c470", mixedGround: "#3a2d12", bad: "#ff9f9b",
      badGround: "#42201f", focus: "#7fd0e3",
    },
  };

  /** @param {Record<string, string>} palette */
  const variables = (palette) =>
    Object.entries(palette)
      .map(([name, colour]) => `--${name}: ${colour};`)
      .join(" ");

  earmark.STYLE = `
:host {
  all: initial !important;
  display: var(--earmark-here, none) !important; /* page.css */
  position: fixed !important;
  inset: auto !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
  pointer-events: none !important;
}
:host([data-corner^="bottom"]) { bottom: 16px !important; }
:host([data-corner^="top"]) { top: 16px !important; }
:host([data-corner$="end"]) { inset-inline-end: 16px !important; }
:host([data-corner$="start"]) { inset-inline-start: 16px !important; }
.root { ${variables(earmark.PALETTES.light)} }
@media (prefers-color-scheme: dark) { .root { ${variables(earmark.PALETTES.dark)} } }

.root, .root * { box-sizing: border-box; }
.root {
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink);
  pointer-events: auto;
  text-align: start;
  overflow-wrap: anywhere;
  -webkit-font-smoothing: antialiased;
}
h2, h3, p, ul, ol, dl, dd, dt, table, fieldset, legend { margin: 0; padding: 0; border: 0; font: inherit; }
ul, ol { list-style: none; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: start; cursor: pointer; }
a { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[hidden] { display: none !important; }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.chip, .card {
  background: var(--ground);
  border: 1px solid var(--line);
  box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 8px 28px rgb(0 0 0 / 18%);
}
.chip { display: flex; align-items: center; max-inline-size: min(38rem, calc(100vw - 32px)); border-radius: 14px; }
.chip-open { display: flex; align-items: center; gap: 10px; padding-block: 9px; padding-inline: 14px 6px; border-radius: 13px; min-block-size: 44px; }
.chip-text { line-height: 1.3; }
.chip-text b { font-weight: 600; }
.chip-text .verdict { color: var(--quiet); }
.mark { flex: none; inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--quiet); }
.mark[data-verdict="good"] { background: var(--good); }
.mark[data-verdict="mixed"] { background: var(--mixed); border-radius: 2px; }
.mark[data-verdict="bad"] { background: var(--bad); border-radius: 0; transform: rotate(45deg) scale(0.9); }
.chip[data-state="reading"] .mark { animation: breathe 1.4s ease-in-out infinite alternate; }
@keyframes breathe { from { opacity: 0.25; } }
.icon { display: grid; place-items: center; flex: none; inline-size: 44px; block-size: 44px; border-radius: 12px; color: var(--quiet); font-size: 20px; line-height: 1; }
.icon:hover, .chip-open:hover { background: var(--raised); }

.card {
  display: flex; flex-direction: column;
  inline-size: min(24.5rem, calc(100vw - 16px));
  max-block-size: min(44rem, calc(100vh - 32px));
  border-radius: 16px;
  overflow: hidden;
}
.head { display: flex; align-items: flex-start; padding-block: 4px 12px; padding-inline: 18px 6px; border-block-end: 1px solid var(--line); }
.head-text { flex: 1; min-inline-size: 0; padding-block-start: 11px; }
h2 { font-size: 17px; line-height: 1.3; font-weight: 650; letter-spacing: -0.005em; }
.sure { color: var(--quiet); font-size: 12.5px; margin-block-start: 2px; }
.body { overflow-y: auto; overscroll-behavior: contain; padding: 0 18px 14px; scrollbar-width: thin; }
.body:focus-visible { outline-offset: -3px; }

.product { padding-block: 12px 2px; font-size: 13px; color: var(--quiet); }
.product .name > * { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.product .offer { display: flex; flex-wrap: wrap; gap: 2px 10px; margin-block-start: 3px; color: var(--ink); }
.product .price { font-weight: 600; font-variant-numeric: tabular-nums; }

.verdict-box { margin-block-start: 12px; padding: 12px 14px; border-radius: 12px; background: var(--raised); }
.verdict-box[data-verdict="good"] { background: var(--goodGround); }
.verdict-box[data-verdict="mixed"] { background: var(--mixedGround); }
.verdict-box[data-verdict="bad"] { background: var(--badGround); }
.verdict-box .answer { font-size: 15px; font-weight: 650; }
[data-verdict="good"] .answer { color: var(--good); }
[data-verdict="mixed"] .answer { color: var(--mixed); }
[data-verdict="bad"] .answer { color: var(--bad); }
.purposes { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 14px; }
.purposes legend { float: inline-start; inline-size: 100%; margin-block-end: 6px; color: var(--quiet); font-size: 12.5px; }
.purposes label { position: relative; cursor: pointer; }
.purposes input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.purposes span { display: flex; align-items: center; gap: 7px; padding: 4px 11px; border: 1px solid var(--line); border-radius: 999px; font-size: 13px; }
.purposes .mark { inline-size: 8px; block-size: 8px; padding: 0; border: 0; border-radius: 50%; }
.purposes .mark[data-verdict="mixed"] { border-radius: 2px; }
.purposes .mark[data-verdict="bad"] { border-radius: 0; }
.purposes input:checked + span { border-color: var(--ink); background: var(--raised); font-weight: 600; }
.purposes input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: 2px; }

.part { margin-block-start: 20px; }
h3, summary { font-size: 13px; font-weight: 650; }
h3 { margin-block-end: 6px; }
.lines { display: grid; gap: 2px; }
.line { position: relative; padding-block: 7px; padding-inline: 26px 10px; margin-inline: -10px; border-radius: 10px; }
.line::before { position: absolute; inset-inline-start: 9px; inset-block-start: 7px; inline-size: 12px; font-weight: 700; color: var(--quiet); content: "·"; text-align: center; }
.line[data-tone="good"]::before { content: "+"; color: var(--good); }
.line[data-tone="bad"]::before { content: "−"; color: var(--bad); }
.line[data-tone="use"]::before { content: "→"; color: var(--link); }
:dir(rtl) .line[data-tone="use"]::before { content: "←"; }
.line:has(.claim:hover) { background: var(--raised); }
.verdict-box .line { padding-inline-start: 0; margin-inline: 0; padding-block: 6px 0; }
.verdict-box .line::before { content: none; }
.verdict-box .line:has(.claim:hover) { background: none; }
.claim { display: block; inline-size: 100%; border-radius: 4px; }
.claim:hover .quote { color: var(--ink); text-decoration: underline; text-decoration-color: #c99a00; text-decoration-thickness: 2px; text-underline-offset: 3px; }
.proof { display: block; margin-block-start: 2px; font-size: 12.5px; color: var(--quiet); }
.quote { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.quote bdi::before { content: "“"; }
.quote bdi::after { content: "”"; }
.line-foot { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; margin-block-start: 1px; font-size: 12px; color: var(--quiet); }
.gone { color: var(--quiet); }
.line.gone::before { color: var(--quiet); }
.gone .claim-text { text-decoration: line-through; text-decoration-color: var(--line); }
.tag { display: inline-block; padding: 0 7px; border: 1px solid var(--line); border-radius: 999px; font-size: 11.5px; line-height: 18px; color: var(--quiet); }

.facts { display: grid; }
.fact { display: grid; grid-template-columns: minmax(6.5rem, 2fr) 3fr; gap: 2px 12px; padding-block: 6px; border-block-end: 1px solid var(--line); }
.fact:last-child { border: 0; }
.fact dt { color: var(--quiet); }
.value { font-weight: 550; }
button.value, button.plain { text-decoration: underline dotted; text-decoration-color: var(--quiet); text-underline-offset: 3px; text-decoration-thickness: 1px; }
button.value:hover, button.plain:hover { text-decoration-style: solid; }
.source { font-size: 12px; color: var(--quiet); font-weight: 400; }
.clash { margin-block-start: 4px; padding: 8px 10px; border-radius: 10px; background: var(--mixedGround); }
.clash p { color: var(--mixed); font-size: 12.5px; font-weight: 600; }
.clash ul { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; margin-block-start: 2px; }
.both { grid-column: 1 / -1; }

details.part { margin-block-start: 0; border-block-start: 1px solid var(--line); }
.part + details.part, .firm + details { margin-block-start: 18px; }
details.part + details.part { margin-block-start: 0; }
summary { padding-block: 11px; cursor: pointer; }
summary::marker { color: var(--quiet); }
details[open] > summary { padding-block-end: 6px; }
details > .inside { padding-block-end: 14px; }
table { inline-size: 100%; border-collapse: collapse; font-size: 12.5px; }
th, td { padding: 6px 7px; text-align: start; vertical-align: top; font-weight: 400; border-block-end: 1px solid var(--line); }
thead th { font-weight: 600; }
tbody th { color: var(--quiet); padding-inline-start: 0; overflow-wrap: normal; hyphens: auto; }
.this { background: var(--raised); }
.plainlist { display: grid; gap: 9px; font-size: 13px; }
.plainlist b { font-weight: 600; }
.group { margin-block: 8px 4px; color: var(--quiet); font-size: 12.5px; }
.next { margin-block-start: 6px; color: var(--quiet); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 14px; }
.press { padding: 8px 14px; border: 1px solid var(--line); border-radius: 10px; font-weight: 600; }
.press:hover { background: var(--raised); }
.press.main { background: var(--ink); color: var(--ground); border-color: var(--ink); }
.foot { display: flex; flex-wrap: wrap; gap: 4px 14px; padding-block-start: 14px; font-size: 12px; color: var(--quiet); border-block-start: 1px solid var(--line); }
.foot button { text-decoration: underline; text-underline-offset: 2px; }
.message { padding-block: 16px 4px; }
.note { position: sticky; inset-block-start: 8px; z-index: 1; display: grid; gap: 8px; justify-items: start; margin-block-start: 12px; padding: 10px 14px; border-radius: 12px; background: var(--mixedGround); }
.note p { color: var(--mixed); font-weight: 600; }
.actions + .switches { margin-block-start: 14px; }
.switches .press { font-size: 13px; padding: 6px 12px; }
.switches + .foot { border: 0; padding-block-start: 4px; }

@media (max-width: 480px) {
  :host { inset-inline: 8px !important; bottom: 8px !important; top: auto !important; }
  .chip { max-inline-size: 100%; inline-size: fit-content; margin-inline-start: auto; font-size: 13.5px; }
  .chip-text b, .chip-text .verdict { display: block; }
  .chip-text .dot { display: none; }
  .card { inline-size: 100%; max-block-size: 72vh; }
  h2 { font-size: 16px; }
}
@media (prefers-reduced-motion: reduce) { .chip[data-state="reading"] .mark { animation: none; } }
@media (prefers-reduced-motion: no-preference) { .card { animation: rise 140ms ease-out; } @keyframes rise { from { opacity: 0; transform: translateY(8px); } } }
@media (forced-colors: active) {
  .mark, .purposes .mark { forced-color-adjust: none; background: CanvasText !important; }
  .purposes input:checked + span { border-color: Highlight; border-width: 2px; }
  .this, .clash, .verdict-box, .note { border: 1px solid CanvasText; }
  .press { border-color: ButtonText; }
}`;
})();
