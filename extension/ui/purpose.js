/** The choice of what the headphones are for, kept as soon as it is made. */

import { api } from "../shared/api.js";
import { PURPOSES } from "../shared/settings.js";
import { readSettings } from "../shared/store.js";
import { byId, say } from "./page.js";

export const purpose = /** @type {HTMLSelectElement} */ (byId("purpose"));
purpose.append(...PURPOSES.map((name) => new Option(say(`choice_${name}`), name)));
purpose.value = (await readSettings()).purpose;
purpose.addEventListener("change", () => api.storage.local.set({ purpose: purpose.value }));
