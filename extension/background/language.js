/** The languages of an answer, and the sentences of the icon and of the pages' scripts. */

import { api } from "../shared/api.js";
import { messagesOf, speaker } from "../shared/language.js";

/** @typedef {import("../shared/settings.js").Settings} Settings */

/** Of the language that was last asked for: pages ask for it one after the other. */
let last = { language: "", messages: /** @type {import("../shared/language.js").Messages | null} */ (null) };

/** @param {Settings} settings */
export async function messages({ language }) {
  if (last.language !== language) last = { language, messages: await messagesOf(language) };
  return last.messages;
}

/** @param {Settings} settings */
export const sayIn = async (settings) => speaker(await messages(settings));

/**
 * The first is that of the sentences around the answer.
 * @param {Settings} settings
 */
export const languages = ({ language }) => [...new Set([language || api.i18n.getMessage("language"), ...navigator.languages])];
