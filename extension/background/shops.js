/** The shops that may be read unasked: what the browser allows, what was chosen, and the scripts that follow from both. */

import { api } from "../shared/api.js";
import { CONTENT } from "../shared/files.js";
import { modeOf, patternOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { sayIn } from "./language.js";

const ID = "shops";

/** Two at once would register the same scripts twice. */
let working = Promise.resolve();

/** Scripts run on the shops that are both chosen and allowed, and nowhere else. */
export function reconcile() {
  working = working.then(register, register);
  return working;
}

async function register() {
  const settings = await readSettings();
  const { sites, paused } = settings;
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
  const say = await sayIn(settings);
  await api.action.setBadgeText({ text: paused ? say("badgeOff") : "" });
  await api.action.setTitle({ title: say(paused ? "mode_off_everywhere" : "action") });
}

/**
 * The icon says what is the case in this tab.
 * @param {number} tabId
 * @param {string} url
 */
export async function showMode(tabId, url) {
  const settings = await readSettings();
  const mode = modeOf(settings, url);
  const say = await sayIn(settings);
  const text = mode === "once" ? "" : say(mode === "always" ? "badgeOn" : "badgeOff");
  await Promise.all([
    api.action.setBadgeText({ tabId, text }),
    api.action.setTitle({ tabId, title: say(mode === "once" ? "action" : `mode_${mode}`) }),
  ]).catch(() => {}); // the tab may be closed by now
}

/** After a choice that concerns more than one tab. */
export async function showModes() {
  for (const { id, url = "" } of await api.tabs.query({})) if (id !== undefined) await showMode(id, url);
}
