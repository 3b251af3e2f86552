/** Asks the browser for one shop; only a page of the extension may, and only on a click. */

import { api } from "../shared/api.js";
import { originOf, patternOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { byId, say, tell } from "./page.js";

const shop = originOf(new URLSearchParams(location.search).get("shop") ?? "");

if (shop) byId("shop").textContent = shop;
else {
  byId("allow").hidden = true;
  tell("state", say("allowNone"), true);
}

byId("allow").addEventListener("click", async () => {
  if (!shop) return;
  if (!(await api.permissions.request({ origins: [patternOf(shop)] }))) {
    tell("state", say("allowRefused"), true);
    return;
  }
  const { sites } = await readSettings();
  await api.storage.local.set({ sites: { ...sites, [shop]: "always" } });
  tell("state", say("allowDone"));
});
