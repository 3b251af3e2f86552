/** A page on its way to the service: not without consent, not where it is off, one at a time for each tab, noted in the log. */

import { api } from "../shared/api.js";
import { annotate } from "../shared/client.js";
import { remember } from "../shared/log.js";
import { CONSENT } from "../shared/settings.js";
import { readSettings } from "../shared/store.js";
import { showMode } from "./shops.js";

/** The request under way in each tab, so that a newer one ends it.
 * @type {Map<number, AbortController>} */
const underWay = new Map();

/** @param {number} tab */
export const cancel = (tab) => underWay.get(tab)?.abort();

/**
 * @param {number} tab
 * @param {{html: string, url: string, report: Record<string, number>}} page
 * @param {boolean} trace
 * @returns {Promise<import("../shared/protocol.js").Answer & {mode: import("../shared/sites.js").Mode}>}
 */
export async function send(tab, page, trace) {
  cancel(tab);
  const mode = await showMode(tab, page.url);
  const settings = await readSettings();
  if (settings.consent !== CONSENT) return { problem: "consent", mode };
  if (mode !== "once" && mode !== "always") return { problem: mode, mode };
  const stop = new AbortController();
  underWay.set(tab, stop);
  const languages = [...new Set([api.i18n.getMessage("language"), ...navigator.languages])];
  const answer = await annotate(page, settings, languages, stop.signal, trace);
  if (underWay.get(tab) === stop) underWay.delete(tab);
  await remember({
    when: Date.now(), to: settings.service, page: page.url, size: page.html.length, report: page.report,
    answer: "card" in answer ? "card" : answer.problem,
  });
  return { ...answer, mode };
}
