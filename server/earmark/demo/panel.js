"use strict";
// Shows the card of this page beside it. Everything a page or a card says is set as text, never as markup.

const STYLE = `
  :host { all: initial }
  details { position: fixed; z-index: 2147483647; inset: auto 0 0; max-height: 75vh; overflow: auto; background: #fff; color: #1b2330;
            font: 14px/1.45 system-ui, "Segoe UI", sans-serif; border-top: 3px solid #0b5cad; box-shadow: 0 0 24px #0003 }
  summary { position: sticky; top: 0; background: #fff; padding: 12px 16px; font-weight: 650; font-size: 15px; cursor: pointer }
  h2 { font-size: 12px; letter-spacing: .06em; text-transform: uppercase; color: #5a6678; margin: 18px 0 6px }
  ul { margin: 0; padding: 0; list-style: none } li { margin: 0 0 8px; overflow-wrap: anywhere }
  div { padding: 0 16px 20px } small { display: block; color: #5a6678 } .good { color: #14703a } .bad { color: #b3261e }
  @media (min-width: 1000px) { details { inset: 0 0 0 auto; width: 350px; max-height: none; border-top: 0; border-left: 1px solid #dfe4ec } }
`;
const WIDE = "(min-width: 1000px)";

const element = (tag, text, className = "") =>
  Object.assign(document.createElement(tag), { textContent: text, className });

function list(card, heading, lines, className = "") {
  if (!lines.length) return [];
  const items = lines.map(({ text, evidence, section }) => {
    const item = element("li", text, className);
    const quotes = evidence.slice(0, 2).map((id) => card.evidence.find((one) => one.id === id));
    for (const { quote, visible } of quotes.filter(Boolean)) {
      item.append(element("small", visible ? `“${quote.exact}”` : `structured data: ${quote.exact}`));
    }
    if (section) item.append(element("small", `§ ${section}`));
    return item;
  });
  const all = document.createElement("ul");
  all.append(...items);
  return [element("h2", heading), all];
}

function show(card) {
  const verdicts = card.purposes.map(({ purpose, verdict }) => ({ text: `${purpose}: ${verdict}`, evidence: [] }));
  const facts = card.facts.map(({ label, text, contradicts, evidence }) => ({
    text: `${label}: ${[text, ...contradicts.map((other) => other.text)].join(" ≠ ")}`,
    evidence: [...evidence.slice(0, 1), ...contradicts.flatMap((other) => other.evidence.slice(0, 1))],
  }));
  return [
    ...list(card, "Strengths", card.strengths, "good"),
    ...list(card, "Weaknesses", card.weaknesses, "bad"),
    ...list(card, "Best use", card.best_use),
    ...list(card, "Up to the job?", verdicts),
    ...list(card, "Keep in mind", card.caveats),
    ...list(card, "What the page says", facts),
  ];
}

async function ask() {
  const page = await (await fetch(`${location.pathname}?plain`)).text();
  const answer = await fetch("/v1/annotate", {
    method: "POST",
    body: page,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Location": location.origin + location.pathname },
  });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.json();
}

const host = document.createElement("aside");
const root = host.attachShadow({ mode: "closed" });
const panel = document.createElement("details");
const title = element("summary", "Reading the page …");
const body = document.createElement("div");
panel.append(title, body);
panel.open = matchMedia(WIDE).matches;
root.append(element("style", STYLE), panel);
document.body.append(host);
if (panel.open) document.documentElement.style.paddingRight = "350px";

ask().then(
  (card) => {
    title.textContent = card.page.reason === null ? card.classification.label : "No card";
    body.append(...(card.page.reason === null ? show(card) : [element("p", card.page.reason)]));
  },
  (error) => {
    title.textContent = "No answer";
    body.append(element("p", error.message));
  },
);
