/** The options: every change is kept at once, and says so. */

import { annotate } from "../shared/client.js";
import { DEFAULTS, PURPOSES, serviceAddress } from "../shared/settings.js";

const api = globalThis.browser ?? globalThis.chrome;
const say = api.i18n.getMessage;

/** Enough of a page for the service to show that it reads pages. */
const PROBE = { html: "<!DOCTYPE html><title>Earmark</title>", url: "https://shop.invalid/" };

const service = /** @type {HTMLInputElement} */ (document.getElementById("service"));
const purpose = /** @type {HTMLSelectElement} */ (document.getElementById("purpose"));

for (const element of document.querySelectorAll("[data-say]")) {
  element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? "");
}
document.documentElement.lang = say("language");
document.documentElement.dir = say("@@bidi_dir");
document.title = say("optionsTitle");
purpose.append(...PURPOSES.map((name) => new Option(say(`choice_${name}`), name)));

/**
 * @param {"state" | "service-state"} id
 * @param {string} message
 * @param {boolean} [bad]
 */
function tell(id, message, bad = false) {
  const place = /** @type {HTMLElement} */ (document.getElementById(id));
  place.textContent = message;
  place.toggleAttribute("data-bad", bad);
}

async function show() {
  const settings = /** @type {import("../shared/settings.js").Settings} */ (await api.storage.local.get(DEFAULTS));
  service.value = settings.service;
  purpose.value = settings.purpose;
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

document.getElementById("test")?.addEventListener("click", async () => {
  const address = await keepService();
  if (!address) return;
  tell("service-state", say("testing"));
  const answer = await annotate(PROBE, { service: address, purpose: "casual" }, ["en"], new AbortController().signal);
  if ("card" in answer) tell("service-state", say("testGood"));
  else tell("service-state", `${say(`problem_${answer.problem}`)}. ${say(`problem_${answer.problem}_next`)}`, true);
});

document.getElementById("reset")?.addEventListener("click", async () => {
  await api.storage.local.set(DEFAULTS);
  service.removeAttribute("aria-invalid");
  await show();
  tell("service-state", "");
  tell("state", say("saved"));
});

document.getElementById("form")?.addEventListener("submit", (event) => event.preventDefault());

await show();
