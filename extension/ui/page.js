/** What every page of the extension does first: its sentences in the shopper's language. */

import { messagesOf, speaker } from "../shared/language.js";
import { readSettings } from "../shared/store.js";

/** A sentence in the shopper's language. */
export let say = speaker(null);

/**
 * Writes the page's own sentences.
 * @param {string} language "" for the browser's
 */
export async function speak(language) {
  say = speaker(await messagesOf(language));
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? "");
  }
  document.documentElement.lang = say("language");
  document.documentElement.dir = say("direction");
  document.title = document.querySelector("h1")?.textContent ?? say("name");
}

await speak((await readSettings()).language);

/**
 * An element of the page, which is known to have it.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));

/**
 * @param {string} id of a place with `role="status"`
 * @param {string} message
 * @param {boolean} [bad]
 */
export function tell(id, message, bad = false) {
  byId(id).textContent = message;
  byId(id).toggleAttribute("data-bad", bad);
}

/**
 * @param {string} name of the sentence on it
 * @param {() => void} press
 * @param {string} [about] what it is about, for those who do not see what stands beside it
 */
export function button(name, press, about) {
  const one = document.createElement("button");
  one.type = "button";
  one.textContent = say(name);
  if (about) one.setAttribute("aria-label", `${say(name)}: ${about}`);
  one.addEventListener("click", press);
  return one;
}

/**
 * How much of each sort was taken out of a page, as one sentence for each.
 * @param {Record<string, number>} report
 * @returns {string[]}
 */
export const sayReport = (report) =>
  Object.entries(report).filter(([, count]) => count > 0).map(([sort, count]) => say(`report_${sort}`, String(count)));

/** @param {number} size in bytes */
export const saySize = (size) => say("kilobytes", new Intl.NumberFormat(say("language")).format(Math.max(1, Math.round(size / 1000))));
