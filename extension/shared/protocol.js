/**
 * The card, format 1, as the service sends it, and the check it must pass before anything of it is shown.
 *
 * @typedef {"casual" | "business" | "gaming" | "audiophile"} Purpose
 * @typedef {"up to the job" | "partly" | "not up to the job" | "not stated"} Verdict
 * @typedef {{exact: string, prefix: string, suffix: string}} Quote
 * @typedef {{id: number, source: string, visible: boolean, quote: Quote}} Evidence
 * @typedef {{text: string, evidence: number[]}} Reason
 * @typedef {Reason & {statement: string, section: string}} Line
 * @typedef {Line & {group: "definition" | "question" | "view"}} Note
 * @typedef {{value: unknown, text: string, evidence: number[]}} Contradiction
 * @typedef {{spec: string, label: string, value: unknown, unit: string | null, text: string,
 *   evidence: number[], contradicts: Contradiction[]}} Fact
 * @typedef {{purpose: Purpose, verdict: Verdict, because: Line[]}} PurposeVerdict
 * @typedef {{aspect: string, statement: string, headset: string, headphones: string,
 *   this: "headset" | "headphones" | null}} ComparisonRow
 * @typedef {{name: string, statement: string, text: string, this: boolean}} Pick
 * @typedef {{name: string | null, brand: string | null, price: {amount: string, currency: string | null} | null,
 *   availability: string | null, evidence: Record<string, number[]>}} Product
 * @typedef {{kind: string | null, label: string, confidence: number, for: Reason[], against: Reason[]}} Classification
 * @typedef {{spec: string, source: string, words: string, outcome: string}} Step
 * @typedef {{format: 1, page: {url: string | null, language: string | null, kind: string, reason: string | null},
 *   product: Product, classification: Classification | null, facts: Fact[], strengths: Line[], weaknesses: Line[],
 *   best_use: Line[], caveats: Line[], not_stated: string[], not_needed: Reason[], notes: Note[],
 *   purposes: PurposeVerdict[], comparison: ComparisonRow[], picks: Pick[], evidence: Evidence[],
 *   rule: {site: string | null, rulebook: string}, trace?: Step[] | null}} Card
 */

/** Why there is no card. Each has its sentences in `_locales`: `problem_NAME` and `problem_NAME_next`.
 * @typedef {"down" | "refused" | "too_large" | "busy" | "timeout" | "purpose" | "failed" | "answer" | "cancelled"
 *   | "consent" | "off_everywhere" | "off_shop" | "off_product"} Problem
 * @typedef {{card: Card} | {problem: Problem}} Answer
 */

const LISTS = [
  "facts", "strengths", "weaknesses", "best_use", "caveats", "not_stated", "not_needed", "notes", "purposes",
  "comparison", "picks", "evidence",
];

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A card with every list present and every evidence id known, or null where the answer is no card of format 1.
 * @param {unknown} answer
 * @returns {Card | null}
 */
export function readCard(answer) {
  if (!isObject(answer) || answer.format !== 1 || !isObject(answer.page) || !isObject(answer.product)) return null;
  const reason = answer.page.reason ?? null;
  if (reason !== null && typeof reason !== "string") return null;
  if (reason === null && !isObject(answer.classification)) return null;
  const card = /** @type {any} */ ({ ...answer });
  for (const name of LISTS) {
    card[name] ??= [];
    if (!Array.isArray(card[name])) return null;
  }
  card.product = { ...card.product, evidence: isObject(card.product.evidence) ? card.product.evidence : {} };
  if (!card.evidence.every(isEvidence)) return null;
  card.facts = card.facts.map((/** @type {any} */ fact) => ({ ...fact, contradicts: fact?.contradicts ?? [] }));
  return card;
}

/** @param {unknown} item */
function isEvidence(item) {
  return isObject(item) && Number.isInteger(item.id) && isObject(item.quote) && typeof item.quote.exact === "string";
}
