/** Toolbar clicks, and what the pages' scripts ask for: pages never speak to the service themselves. */

import { keeping } from "./background/keep.js";
import { messages, sayIn } from "./background/language.js";
import { receive } from "./background/send.js";
import { reconcile, showMode, showModes } from "./background/shops.js";
import { api } from "./shared/api.js";
import { CONTENT } from "./shared/files.js";
import { CONSENT } from "./shared/settings.js";
import { modeOf, originOf, patternOf, turnOff, turnOn } from "./shared/sites.js";
import { readSettings } from "./shared/store.js";
import { fetchWords } from "./shared/words.js";

api.action.onClicked.addListener(async (tab) => {
  const id = /** @type {number} */ (tab.id);
  try {
    if (await api.tabs.sendMessage(id, { type: "toggle" })) return;
  } catch {
    // Nobody listens yet in this tab.
  }
  try {
    await enter(id).catch(() => new Promise((done) => setTimeout(done, GRANT_MS)).then(() => enter(id)));
    await api.tabs.sendMessage(id, { type: "toggle" });
  } catch {
    await api.action.setBadgeText({ tabId: id, text: "–" });
    await api.action.setTitle({ tabId: id, title: (await sayIn(await readSettings()))("cannotRead") });
  }
});

/** A busy browser tells of the click before it grants what comes with it. */
const GRANT_MS = 150;

/** @param {number} tabId */
async function enter(tabId) {
  await api.scripting.insertCSS({ target: { tabId }, files: ["content/page.css"] });
  await api.scripting.executeScript({ target: { tabId }, files: CONTENT });
}

/**
 * What a page's script may ask for, by name. What is returned is the answer.
 * @type {Record<string, (tab: chrome.tabs.Tab & {id: number}, message: any) => unknown>}
 */
const requests = {
  ...keeping,
  visit: (tab, { url }) => visit(tab.id, url),
  article: async (tab, { statement }) => openPage(tab, `${(await sayIn(await readSettings()))("article")}#${encodeURIComponent(statement)}`),
  options: () => api.runtime.openOptionsPage(),
  welcome: (tab) => openPage(tab, `ui/welcome.html?tab=${tab.id}`),
  preview: (tab) => openPage(tab, `ui/preview.html?tab=${tab.id}`),
  allow: (tab, { url }) => openPage(tab, `ui/allow.html?shop=${encodeURIComponent(originOf(url) ?? "")}`),
  off: async (tab, { url, where }) => {
    await api.storage.local.set(turnOff(await readSettings(), url, where));
    await showMode(tab.id, url);
  },
  on: async (tab, { url }) => {
    const granted = await api.permissions.contains({ origins: [patternOf(originOf(url) ?? "")] });
    await api.storage.local.set(turnOn(await readSettings(), url, granted));
    await showMode(tab.id, url);
  },
};

api.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== api.runtime.id || sender.tab?.id === undefined || !Object.hasOwn(requests, message.type)) return false;
  Promise.resolve(requests[message.type](/** @type {any} */ (sender.tab), message)).then(answer, () => answer(undefined));
  return true;
});

api.runtime.onConnect.addListener((port) => {
  if (port.sender?.id === api.runtime.id && port.name === "annotate") receive(port);
});

/**
 * What a page's script has to know: whether it may read unasked, by which words it finds a page worth it, and the
 * sentences of the chosen language.
 * @param {number} tab
 * @param {string} url
 */
async function visit(tab, url) {
  void showMode(tab, url);
  const settings = await readSettings();
  const mode = modeOf(settings, url);
  const mayRead = mode === "always" && settings.consent === CONSENT;
  const [check, words] = await Promise.all([mayRead ? fetchWords(settings.service) : null, messages(settings)]);
  return { mode, read: check !== null, check, words };
}

/**
 * @param {chrome.tabs.Tab} tab
 * @param {string} path
 */
async function openPage(tab, path) {
  await api.tabs.create({ url: api.runtime.getURL(path), openerTabId: tab.id });
}

api.permissions.onAdded.addListener(reconcile);
api.permissions.onRemoved.addListener(reconcile);
api.storage.onChanged.addListener((changes) => {
  if (changes.sites || changes.paused || changes.language) void reconcile().then(showModes);
});

/**
 * Only shops that were allowed tell their address here, so that their icon shows where Earmark is off. When the load is
 * complete it is shown again: a browser may forget the icon of a tab that goes elsewhere after it was set.
 */
api.tabs.onUpdated.addListener(async (id, change, tab) => {
  if (!(change.status || change.url) || !tab.url || modeOf(await readSettings(), tab.url) === "once") return;
  await showMode(id, tab.url);
});

api.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void api.tabs.create({ url: api.runtime.getURL("ui/welcome.html") });
});

void reconcile();
