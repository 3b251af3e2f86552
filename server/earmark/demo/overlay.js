/** The extension's own content files on a page of the demo shop, with a stand-in for the browser's extension API. */

import { annotate } from "./extension/shared/client.js";
import { CONTENT } from "./extension/shared/files.js";
import { DEFAULTS } from "./extension/shared/settings.js";

const FILES = "/demo/extension/";
const SPOKEN = ["en", "de"];

const language = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => SPOKEN.includes(tag)) ?? SPOKEN[0];
const messages = await (await fetch(`${FILES}_locales/${language}/messages.json`)).json();
messages["@@bidi_dir"] = { message: "ltr" };

const stored = () => JSON.parse(localStorage.getItem("earmark") ?? "{}");

const storage = {
  get: async (defaults) => ({ ...defaults, ...stored() }),
  set: async (changed) => localStorage.setItem("earmark", JSON.stringify({ ...stored(), ...changed })),
};

async function send(message) {
  if (message.type === "article") window.open(`/article#${message.statement}`, "_blank", "noopener");
  if (message.type === "visit") return { mode: "once", read: true, check: null, words: null };
  if (message.type !== "annotate") return undefined;
  const settings = { ...DEFAULTS, ...stored(), service: location.origin };
  const languages = [language, ...navigator.languages];
  const answer = await annotate(message.page, settings, languages, new AbortController().signal, message.trace);
  return { ...answer, purpose: settings.purpose };
}

globalThis.browser = {
  i18n: {
    getMessage: (name, values = []) => (messages[name]?.message ?? "").replace(/\$(\d)/g, (_, at) => values[at - 1] ?? ""),
  },
  runtime: {
    id: "demo",
    getURL: (path) => `/${path.replace(/article(?:\.\w+)?\.html/, "article")}`,
    getManifest: () => ({}),
    sendMessage: send,
    onMessage: { addListener: () => {} },
  },
  storage: { local: storage },
};

document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${FILES}content/page.css` }));
for (const path of CONTENT) {
  document.head.append(Object.assign(document.createElement("script"), { src: FILES + path, async: false }));
}
