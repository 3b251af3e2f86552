/** What a page's script may ask for to keep a product or to complain of its card. */

import { api } from "../shared/api.js";
import { addPin, dropPin, readPins } from "../shared/pins.js";

/** @param {string} url */
async function state(url) {
  const pins = await readPins();
  return { pinned: pins.some((pin) => pin.url === url), count: pins.length };
}

/** @param {chrome.tabs.Tab} tab @param {string} path */
const open = (tab, path) => api.tabs.create({ url: api.runtime.getURL(path), openerTabId: tab.id });

/** @type {Record<string, (tab: chrome.tabs.Tab & {id: number}, message: any) => unknown>} */
export const keeping = {
  pins: (_tab, { url }) => state(url),
  pin: async (_tab, { url, card }) => ({ kept: await addPin(url, card), ...(await state(url)) }),
  unpin: async (_tab, { url }) => {
    await dropPin(url);
    return state(url);
  },
  /** Beside the page where the browser lets a press on a page open its side panel, in a tab elsewhere. */
  compare: async (tab) => {
    if (api.sidePanel) await api.sidePanel.open({ tabId: tab.id });
    else await open(tab, "ui/compare.html");
  },
  report: async (tab) => {
    await open(tab, `ui/report.html?tab=${tab.id}`);
  },
};
