/**
 * The words and types by which a page is found worth sending; the browser keeps them for as long as the service says.
 *
 * @typedef {{types: string[], words: string[]}} Words
 */

/** The service has some 2,000, none longer than a line of a table. */
const MAX_WORDS = 20_000;
const MAX_LENGTH = 80;

/** An allowed shop's page does not wait longer for them. */
const DEADLINE_MS = 5000;

/** Pages of a shop are opened one after the other; the browser would fetch the words from its disk for each. */
const KEPT_MS = 600_000;

/** What was fetched last. @type {{service: string, until: number, words: Words} | null} */
let last = null;

/** @param {unknown} value @returns {value is string[]} */
const areWords = (value) =>
  Array.isArray(value) && value.length <= MAX_WORDS && value.every((word) => typeof word === "string" && word.length <= MAX_LENGTH && /[^*\s]/.test(word));

/**
 * @param {string} service
 * @returns {Promise<Words | null>} null where there are none to be had: then nothing is worth sending
 */
export async function fetchWords(service) {
  if (last?.service === service && Date.now() < last.until) return last.words;
  try {
    const response = await fetch(`${service}/v1/words`, {
      credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const { types, words } = await response.json();
    if (!response.ok || !areWords(types) || !areWords(words)) return null;
    last = { service, until: Date.now() + KEPT_MS, words: { types, words } };
    return last.words;
  } catch {
    return null;
  }
}
