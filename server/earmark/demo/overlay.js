/** The extension's own content files on a page of the demo shop, with a stand-in for the browser's extension API. */

import { annotate } from "./extension/shared/client.js";
import { CONTENT } from "./extension/shared/files.js";
import { DEFAULTS } from "./extension/shared/settings.js";

const FILES = "/demo/extension/";
const SPOKEN = ["en", "de"];

const language = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => SPOKEN.includes(tag)) ?? SPOKEN[0];
const messages = await (await fetch(`${FILES}_locales/${language}/messages.json`)).json();

const stored = () => JSON.parse(localStorage.getItem("earmark") ?? "{}");

const storage = {
  get: async (defaults) => ({ ...defaults, ...stored() }),
  set: async (changed) => localStorage.setItem("earmark", JSON.stringify({ ...stored(), ...changed })),
};

async function send(message) {
  if (message.type === "article") window.open(`/article#${message.statement}`, "_blank", "noopener");
  return message.type === "visit" ? { mode: "once", read: true, check: null, words: null } : undefined;
}

/** The page comes in pieces; its answer goes back the same way. */
function connect() {
  const stop = new AbortController();
  const pieces = [];
  const listeners = [];
  return {
    onMessage: { addListener: (listener) => listeners.push(listener) },
    onDisconnect: { addListener: () => {} },
    disconnect: () => stop.abort(),
    postMessage: async ({ piece, page, trace }) => {
      if (piece) pieces.push(piece);
      if (!page) return;
      const settings = { ...DEFAULTS, ...stored(), service: location.origin };
      const sent = { ...page, html: new Blob(pieces) };
      const answer = await annotate(sent, settings, [language, ...navigator.languages], stop.signal, trace);
      for (const listener of listeners) listener({ ...answer, purpose: settings.purpose });
    },
  };
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
    connect,
    onMessage: { addListener: () => {} },
  },
  storage: { local: storage },
};

const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${FILES}content/page.css` });
const there = new Promise((done) => sheet.addEventListener("load", done));
document.head.append(sheet);
await there;
for (const path of CONTENT) {
  document.head.append(Object.assign(document.createElement("script"), { src: FILES + path, async: false }));
}
