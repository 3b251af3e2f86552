/** A page in happy-dom with the extension's content files in it, as the browser would load them. */

import { readFile } from "node:fs/promises";

import { Window } from "happy-dom";

import { CONTENT } from "../../../extension/shared/files.js";

const EXTENSION = new URL("../../../extension/", import.meta.url);
const MESSAGES = JSON.parse(await readFile(new URL("_locales/en/messages.json", EXTENSION), "utf8"));

/** @param {string} name @param {string[]} values */
export const message = (name, values = []) =>
  (MESSAGES[name]?.message ?? "").replace(/\$(\d)/g, (_, number) => values[number - 1] ?? "");

/** @param {string} html @param {string} [url] */
export function openPage(html, url = "https://www.shop.example/item") {
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true } });
  window.document.write(html);
  Object.assign(globalThis, {
    window, document: window.document, location: window.location, innerWidth: 1280, innerHeight: 720,
    HTMLElement: window.HTMLElement, CustomEvent: window.CustomEvent, Node: window.Node,
    NodeFilter: window.NodeFilter,
  });
  globalThis.chrome = { i18n: { getMessage: message }, runtime: { getURL: (path) => `ext://${path}` } };
  return window.document;
}

openPage("<title>empty</title>");
for (const path of CONTENT.filter((path) => !/card|main|report/.test(path))) {
  await import(new URL(path, EXTENSION));
}
