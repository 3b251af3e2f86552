/** Exactly what would be sent of the page in another tab, made by the same code at this moment. */

import { api } from "../shared/api.js";
import { readSettings } from "../shared/store.js";
import { byId, say, sayReport, saySize, tell } from "./page.js";

const tab = Number(new URLSearchParams(location.search).get("tab"));

try {
  const { html, url, report } = await api.tabs.sendMessage(tab, { type: "preview" });
  const { service } = await readSettings();
  byId("service").textContent = service;
  byId("address").textContent = url;
  byId("size").textContent = saySize(new Blob([html]).size);
  const lines = sayReport(report);
  byId("report").replaceChildren(...(lines.length ? lines : [say("previewNothingOut")]).map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
  byId("html").textContent = html;
  byId("found").hidden = false;
} catch {
  tell("state", say("previewGone"), true);
}
