/** The shops that are read by themselves and the ones where Earmark is off: read, edited, saved to a file, read from one. */

import { api } from "../shared/api.js";
import { exportSites, importSites, patternOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { button, byId, say, tell } from "./page.js";

/** @param {Partial<import("../shared/settings.js").Settings>} changed */
async function keep(changed) {
  await api.storage.local.set(changed);
  await showSites();
  tell("sites-state", say("saved"));
}

/**
 * @param {string} name
 * @param {string} state
 * @param {...HTMLButtonElement} buttons
 */
function line(name, state, ...buttons) {
  const item = document.createElement("li");
  item.append(name);
  const how = document.createElement("span");
  how.className = "quiet";
  how.textContent = state;
  item.append(how, ...buttons);
  return item;
}

/**
 * @param {string} origin
 * @param {"always" | "off"} choice
 * @param {boolean} granted
 */
function siteLine(origin, choice, granted) {
  const origins = [patternOf(origin)];
  const remove = button("siteRemove", async () => {
    await api.permissions.remove({ origins });
    const { sites } = await readSettings();
    delete sites[origin];
    await keep({ sites });
  }, origin);
  const allow = button("siteAllow", async () => {
    if (await api.permissions.request({ origins })) await keep({ sites: { ...(await readSettings()).sites, [origin]: "always" } });
    else tell("sites-state", say("allowRefused"), true);
  }, origin);
  if (choice === "always" && granted) return line(origin, say("siteAlways"), remove);
  return line(origin, say(choice === "off" ? "siteOff" : "siteNotAllowed"), allow, remove);
}

export async function showSites() {
  const { sites, products } = await readSettings();
  const { origins = [] } = await api.permissions.getAll();
  const lines = [
    ...Object.keys(sites).sort().map((origin) => siteLine(origin, sites[origin], origins.includes(patternOf(origin)))),
    ...products.map((url) => line(url, say("siteOff"), button("siteRemove", async () => {
      await keep({ products: (await readSettings()).products.filter((one) => one !== url) });
    }, url))),
  ];
  byId("sites").replaceChildren(...(lines.length ? lines : [line("", say("sitesEmpty"))]));
}

byId("export").addEventListener("click", async () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([exportSites(await readSettings())], { type: "application/json" }));
  link.download = "earmark-shops.json";
  link.click();
  URL.revokeObjectURL(link.href);
});

byId("import").addEventListener("change", async () => {
  const [file] = /** @type {HTMLInputElement} */ (byId("import")).files ?? [];
  if (!file) return;
  const found = importSites(await file.text());
  if (!found) return tell("sites-state", say("sitesBad"), true);
  await keep(found);
});
