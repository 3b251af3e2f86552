/** What was sent, when, where to, and how much was taken out of it before. */

import { readLog } from "../shared/log.js";
import { byId, say, sayReport, saySize } from "./page.js";

/** @param {import("../shared/log.js").Entry} entry */
function line({ when, to, page, size, report, answer }) {
  const item = document.createElement("li");
  const time = document.createElement("time");
  time.dateTime = new Date(when).toISOString();
  time.textContent = new Date(when).toLocaleString(say("language"));
  const what = document.createElement("span");
  what.textContent = page;
  const more = document.createElement("span");
  more.className = "quiet";
  const out = sayReport(report).join(", ");
  const came = answer === "card" ? say("logCard") : say(`problem_${answer}`);
  more.textContent = [say("logTo", to), saySize(size), came, out && `${say("previewOut")}: ${out}`].filter(Boolean).join(" · ");
  item.append(time, what, more);
  return item;
}

export async function showLog() {
  const entries = await readLog();
  const empty = document.createElement("li");
  empty.className = "quiet";
  empty.textContent = say("logEmpty");
  byId("log").replaceChildren(...(entries.length ? entries.map(line) : [empty]));
}
