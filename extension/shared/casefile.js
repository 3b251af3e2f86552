/**
 * The case file, format 1: "this is wrong", with the scrubbed page and its card. `earmark annotate FILE` reads it.
 *
 * @typedef {"kind" | "form" | "fact" | "line" | "missing card"} About
 * @typedef {{about: About, which: string | null, expected: string | null}} Wrong `which`: a fact's spec, a line's statement
 * @typedef {{url: string, html: string, card: import("./protocol.js").Card | null, purpose: string}} Shown
 */

export const MAX_WORDS = 200;
export const MAX_NOTE = 2000;

/**
 * @param {Shown} shown
 * @param {Wrong} wrong
 * @param {string} note
 * @param {{version: string, when: Date}} made
 * @returns {string} the whole file
 */
export function writeCase({ url, html, card, purpose }, wrong, note, { version, when }) {
  const data = {
    type: "earmark-case", format: 1, made: when.toISOString(), by: `extension ${version}`,
    wrong, note, purpose, card, page: { url, html },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** A name for it: the shop and the time. @param {string} url @param {Date} when */
export function caseName(url, when) {
  const shop = new URL(url).hostname.replace(/^www\./, "");
  return `earmark-case-${shop}-${when.toISOString().slice(0, 16).replace(":", "")}.json`;
}
