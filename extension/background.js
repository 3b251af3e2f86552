/** Toolbar clicks, and the way to the service: pages never speak to it themselves. */

import { annotate } from "./shared/client.js";
import { CONTENT } from "./shared/files.js";
import { DEFAULTS } from "./shared/settings.js";

const api = globalThis.browser ?? globalThis.chrome;

/** The request under way in each tab, so that a newer one ends it.
 * @type {Map<number, AbortController>} */
const underWay = new Map();

api.action.onClicked.addListener(async (tab) => {
  const id = /** @type {number} */ (tab.id);
  try {
    if (await api.tabs.sendMessage(id, { type: "toggle" })) return;
  } catch {
    // Nobody listens yet in this tab.
  }
  try {
    await api.scripting.insertCSS({ target: { tabId: id }, files: ["content/page.css"] });
    await api.scripting.executeScript({ target: { tabId: id }, files: CONTENT });
  } catch {
    await api.action.setBadgeText({ tabId: id, text: "–" });
    await api.action.setTitle({ tabId: id, title: api.i18n.getMessage("cannotRead") });
  }
});

api.runtime.onMessage.addListener((message, sender, answer) => {
  const tab = sender.tab?.id;
  if (sender.id !== api.runtime.id || tab === undefined) return false;
  if (message.type === "annotate") {
    send(tab, message.page).then(answer);
    return true;
  }
  if (message.type === "cancel") underWay.get(tab)?.abort();
  if (message.type === "article") {
    const place = encodeURIComponent(message.statement);
    api.tabs.create({ url: api.runtime.getURL(`article.html#${place}`), openerTabId: tab });
  }
  if (message.type === "options") api.runtime.openOptionsPage();
  return false;
});

/**
 * @param {number} tab
 * @param {{html: string, url: string}} page
 */
async function send(tab, page) {
  underWay.get(tab)?.abort();
  const cancel = new AbortController();
  underWay.set(tab, cancel);
  const settings = /** @type {import("./shared/settings.js").Settings} */ (await api.storage.local.get(DEFAULTS));
  const languages = [...new Set([api.i18n.getMessage("language"), ...navigator.languages])];
  const answer = await annotate(page, settings, languages, cancel.signal);
  if (underWay.get(tab) === cancel) underWay.delete(tab);
  return answer;
}
