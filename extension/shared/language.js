/** The extension's sentences: the browser's language, or the one the shopper chose. */

import { api } from "./api.js";

/** Where there are sentences and the article. Others are read in the browser's way, which falls back to English. */
export const LANGUAGES = ["en", "de"];

/** @typedef {Record<string, string>} Messages each with `$1` where a value goes */

/**
 * The sentences of a chosen language.
 * @param {string} language "" for the browser's own
 * @returns {Promise<Messages | null>} null where the browser's own will do
 */
export async function messagesOf(language) {
  if (!LANGUAGES.includes(language) || language === api.i18n.getMessage("language")) return null;
  /** @type {Record<string, {message: string}>} */
  const data = await (await fetch(api.runtime.getURL(`_locales/${language}/messages.json`))).json();
  return Object.fromEntries(Object.entries(data).map(([name, { message }]) => [name, message]));
}

/**
 * @param {Messages | null} messages
 * @returns {(name: string, ...values: string[]) => string} gives a sentence; empty where there is none of that name
 */
export const speaker = (messages) => (name, ...values) =>
  messages ? (messages[name] ?? "").replace(/\$(\d)/g, (_, at) => values[at - 1] ?? "") : api.i18n.getMessage(name, values);
