/** The options: every change is kept at once, and says so. */

import { api } from "../shared/api.js";
import { annotate } from "../shared/client.js";
import { clearLog } from "../shared/log.js";
import { LANGUAGES } from "../shared/language.js";
import { writePins } from "../shared/pins.js";
import { DEFAULTS, PURPOSES, serviceAddress } from "../shared/settings.js";
import { patternOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { showLog } from "./log.js";
import { byId, say, speak, tell } from "./page.js";
import { showSites } from "./sites.js";

/** Enough of a page for the service to show that it reads pages. */
const PROBE = { html: new Blob(["<!DOCTYPE html><title>Earmark</title>"]), url: "https://shop.invalid/" };

const service = /** @type {HTMLInputElement} */ (byId("service"));
const purpose = /** @type {HTMLSelectElement} */ (byId("purpose"));
const language = /** @type {HTMLSelectElement} */ (byId("language"));
const paused = /** @type {HTMLInputElement} */ (byId("paused"));

async function show() {
  const settings = await readSettings();
  purpose.replaceChildren(...PURPOSES.map((name) => new Option(say(`choice_${name}`), name)));
  language.replaceChildren(new Option(say("languageBrowser"), ""), ...LANGUAGES.map((name) => new Option(say(`language_${name}`), name)));
  service.value = settings.service;
  purpose.value = settings.purpose;
  language.value = settings.language;
  paused.checked = settings.paused;
  await Promise.all([showSites(), showLog()]);
}

/** @returns {Promise<string | null>} the address kept, or null where it is none */
async function keepService() {
  const address = serviceAddress(service.value);
  service.setAttribute("aria-invalid", String(address === null));
  if (address === null) tell("service-state", say("badAddress", DEFAULTS.service), true);
  else await api.storage.local.set({ service: address });
  return address;
}

service.addEventListener("change", async () => {
  if (await keepService()) tell("service-state", say("saved"));
});

purpose.addEventListener("change", async () => {
  await api.storage.local.set({ purpose: purpose.value });
  tell("state", say("saved"));
});

language.addEventListener("change", async () => {
  await api.storage.local.set({ language: language.value });
  await speak(language.value);
  await show();
  tell("state", say("saved"));
});

paused.addEventListener("change", async () => {
  await api.storage.local.set({ paused: paused.checked });
  tell("state", say("saved"));
});

byId("test").addEventListener("click", async () => {
  const address = await keepService();
  if (!address) return;
  tell("service-state", say("testing"));
  const answer = await annotate(PROBE, { service: address, purpose: "casual" }, ["en"], new AbortController().signal);
  if ("card" in answer) tell("service-state", say("testGood"));
  else tell("service-state", `${say(`problem_${answer.problem}`)}. ${say(`problem_${answer.problem}_next`)}`, true);
});

byId("clear").addEventListener("click", async () => {
  await clearLog();
  await showLog();
  tell("log-state", say("logCleared"));
});

byId("reset").addEventListener("click", async () => {
  const { sites } = await readSettings();
  const origins = Object.keys(sites).map(patternOf);
  if (origins.length) await api.permissions.remove({ origins });
  await api.storage.local.set(DEFAULTS);
  await Promise.all([clearLog(), writePins([])]);
  service.removeAttribute("aria-invalid");
  await speak(DEFAULTS.language);
  await show();
  tell("service-state", "");
  tell("reset-state", say("resetDone"));
});

byId("form").addEventListener("submit", (event) => event.preventDefault());

await show();
