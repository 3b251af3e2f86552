/** The first-use consent: what leaves the browser and where to, before anything does. It can be taken back here too. */

import { api } from "../shared/api.js";
import { CONSENT } from "../shared/settings.js";
import { readSettings } from "../shared/store.js";
import { byId, say, tell } from "./page.js";

const tab = new URLSearchParams(location.search).get("tab");

if (tab) {
  byId("preview").setAttribute("href", `preview.html?tab=${encodeURIComponent(tab)}`);
  byId("preview").hidden = false;
}

byId("agree").addEventListener("click", async () => {
  await api.storage.local.set({ consent: CONSENT });
  tell("state", say(tab ? "welcomeReading" : "welcomeAgreed"));
});

byId("refuse").addEventListener("click", async () => {
  await api.storage.local.set({ consent: 0 });
  tell("state", say("welcomeRefused"));
});

const { service, consent } = await readSettings();
byId("service").textContent = say("welcomeService", service);
if (consent === CONSENT) tell("state", say("welcomeAgreed"));
