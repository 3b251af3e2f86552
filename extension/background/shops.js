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

/** One after the other, each by the address the tab has at its turn: the last one shown is never an older state. */
let showing = Promise.resolve();

/**
 * The icon says what is the case in this tab.
 * @param {number} tabId
 * @param {string} [url] what the tab's own script says of its address, for tabs whose address the browser keeps back
 */
export function showMode(tabId, url = "") {
  showing = showing.then(() => show(tabId, url)).catch(() => {}); // the tab may be closed by now
  return showing;
}

/**
 * @param {number} tabId
 * @param {string} told
 */
async function show(tabId, told) {
  const { url = told } = await api.tabs.get(tabId);
  const settings = await readSettings();
  const mode = modeOf(settings, url);
  const say = await sayIn(settings);
  const text = mode === "once" ? "" : say(mode === "always" ? "badgeOn" : "badgeOff");
  await Promise.all([
    api.action.setBadgeText({ tabId, text }),
    api.action.setTitle({ tabId, title: say(mode === "once" ? "action" : `mode_${mode}`) }),
  ]);
}

/** After a choice that concerns more than one tab. */
export async function showModes() {
  for (const { id } of await api.tabs.query({})) if (id !== undefined) void showMode(id);
}
