/** A page on its way to the service: not without consent, not where it is off, one at a time for each tab, noted in the log. */

import { annotate } from "../shared/client.js";
import { remember } from "../shared/log.js";
import { CONSENT } from "../shared/settings.js";
import { modeOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { languages } from "./language.js";

/** @typedef {{html: string, url: string, report: Record<string, number>}} Page */
/** @typedef {import("../shared/protocol.js").Answer} Answer */
/** @typedef {import("../shared/sites.js").Mode} Mode */

/** The request under way in each tab, so that a newer one ends it.
 * @type {Map<number, AbortController>} */
const underWay = new Map();

/** @param {number} tab */
export const cancel = (tab) => underWay.get(tab)?.abort();

/**
 * @param {number} tab
 * @param {Page} page
 * @param {boolean} trace
 * @returns {Promise<Answer & {mode: Mode, purpose: import("../shared/protocol.js").Purpose}>}
 */
export async function send(tab, page, trace) {
  cancel(tab);
  const stop = new AbortController();
  underWay.set(tab, stop);
  const settings = await readSettings();
  const mode = modeOf(settings, page.url);
  const answer = await ask(page, settings, mode, stop.signal, trace);
  if (underWay.get(tab) === stop) underWay.delete(tab);
  return { ...answer, mode, purpose: settings.purpose };
}

/**
 * @param {Page} page
 * @param {import("../shared/settings.js").Settings} settings
 * @param {Mode} mode
 * @param {AbortSignal} cancelled
 * @param {boolean} trace
 * @returns {Promise<Answer>}
 */
async function ask(page, settings, mode, cancelled, trace) {
  if (cancelled.aborted) return { problem: "cancelled" };
  if (settings.consent !== CONSENT) return { problem: "consent" };
  if (mode !== "once" && mode !== "always") return { problem: mode };
  const answer = await annotate(page, settings, languages(settings), cancelled, trace);
  void remember({
    when: Date.now(), to: settings.service, page: page.url, size: page.html.length, report: page.report,
    answer: "card" in answer ? "card" : answer.problem,
  });
  return answer;
}
