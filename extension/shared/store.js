/** The settings as they are kept, each with its default where it never was. */

import { api } from "./api.js";
import { DEFAULTS } from "./settings.js";

/** @returns {Promise<import("./settings.js").Settings>} */
export const readSettings = async () => /** @type {any} */ (await api.storage.local.get(DEFAULTS));
