/** The shops that may be read unasked: what the browser allows, what was chosen, and the scripts that follow from both. */

import { api } from "../shared/api.js";
import { CONTENT } from "../shared/files.js";
import { modeOf, patternOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";

const ID = "shops";

/** Two at once would register the same scripts twice. */
let working = Promise.resolve();

/** Scripts run on the shops that are both chosen and allowed, and nowhere else. */
export function reconcile() {
  working = working.then(register, register);
  return working;
}

async function register() {
  const { sites, paused } = await readSettings();
  const { origins = [] } = await api.permissions.getAll();
  const chosen = Object.keys(sites).filter((origin) => sites[origin] === "always").map(patternOf);
  const matches = paused ? [] : chosen.filter((pattern) => origins.includes(pattern));
  const known = (await api.scripting.getRegisteredContentScripts({ ids: [ID] })).map((script) => script.id);
  if (known.length) await api.scripting.unregisterContentScripts({ ids: known });
  if (matches.length) {
    await api.scripting.registerContentScripts([
      { id: ID, matches, js: CONTENT, css: ["content/page.css"], runAt: "document_idle", persistAcrossSessions: false },
    ]);
  }
  await api.action.setBadgeText({ text: paused ? api.i18n.getMessage("badgeOff") : "" });
  await api.action.setTitle({ title: api.i18n.getMessage(paused ? "mode_off_everywhere" : "action") });
}

/**
 * The icon says what is the case in this tab.
 * @param {number} tabId
 * @param {string} url
 * @returns {Promise<import("../shared/sites.js").Mode>}
 */
export async function showMode(tabId, url) {
  const mode = modeOf(await readSettings(), url);
  const text = mode === "once" ? "" : api.i18n.getMessage(mode === "always" ? "badgeOn" : "badgeOff");
  await api.action.setBadgeText({ tabId, text });
  await api.action.setTitle({ tabId, title: api.i18n.getMessage(mode === "once" ? "action" : `mode_${mode}`) });
  return mode;
}

/** After a choice that concerns more than one tab. A tab may close in the meantime. */
export async function showModes() {
  for (const { id, url = "" } of await api.tabs.query({})) {
    if (id !== undefined) await showMode(id, url).catch(() => {});
  }
}
