/** The pinned products side by side, for one purpose. Follows what is pinned elsewhere. */

import { api } from "../shared/api.js";
import { dropPin, exportPins, readPins, writePins } from "../shared/pins.js";
import { rowsOf } from "../shared/sidebyside.js";
import { csv } from "../shared/table.js";
import { el, save } from "./element.js";
import { byId, say, tell } from "./page.js";
import { purpose } from "./purpose.js";

/** @typedef {import("../shared/pins.js").Pin} Pin */
/** @typedef {import("../shared/sidebyside.js").Row} Row */

/** @type {Record<string, string>} */
const TONES = { "up to the job": "good", partly: "mixed", "not up to the job": "bad", "not stated": "none" };

/** @type {Pin[]} */
let pins = [];
/** What was cleared last, to be put back. @type {Pin[]} */
let cleared = [];

const chosen = () => /** @type {import("../shared/protocol.js").Purpose} */ (purpose.value);
const table = () => rowsOf(pins.map((pin) => pin.card), chosen());
const nameOf = (/** @type {Pin} */ { url, card }) => card.product.name || new URL(url).hostname;

/** @param {Row} row */
function labelOf({ group, key, label }) {
  if (group === "verdict") return say(`choice_${key}`);
  return key === "price" ? say("price") : label;
}

/** A cell's text, without its marks. @param {Row} row @param {string | null} text */
const sayText = (row, text) => (row.group === "verdict" && text ? say(`verdict_${TONES[text] ?? "none"}`, say(`purpose_${row.key}`)) : text);

/** @param {Row} row @param {import("../shared/sidebyside.js").Cell} cell */
function cellOf(row, { text, better, why }) {
  if (text === null) return el("td", { class: "none" }, row.group === "article" ? "–" : say("unsaid"));
  if (row.group === "verdict") {
    return el("td", {}, el("b", { "data-tone": TONES[text] ?? "none" }, sayText(row, text)), why ? el("span", { class: "why" }, why) : null);
  }
  return el("td", { class: better && "better" }, text, better ? el("small", {}, say(`better_${better}`)) : null);
}

/** @param {Pin} pin */
function headOf(pin) {
  const name = nameOf(pin);
  const drop = async () => {
    await dropPin(pin.url);
    tell("state", say("unpinned"));
    byId("place").focus();
  };
  return el(
    "th", { scope: "col" },
    el("a", { class: "product", href: /^https?:/.test(pin.url) ? pin.url : null, target: "_blank", rel: "noreferrer", title: name }, name),
    el("span", { class: "kind" }, pin.card.classification?.label ?? ""),
    el("button", { type: "button", class: "drop", "aria-label": say("dropPin", name), click: drop }, say("unpin")),
  );
}

/** @param {Row[]} rows */
function bodyOf(rows) {
  let group = "";
  return rows.flatMap((row) => {
    const line = el("tr", {}, el("th", { scope: "row" }, labelOf(row)), ...row.cells.map((cell) => cellOf(row, cell)));
    if (row.group === group) return [line];
    group = row.group;
    const span = String(pins.length + 1);
    return [el("tr", { class: "group" }, el("th", { colspan: span, scope: "colgroup" }, el("span", {}, say(`group_${group}`)))), line];
  });
}

async function show() {
  pins = await readPins();
  const none = pins.length === 0;
  byId("empty").hidden = !none;
  byId("tools").hidden = none;
  byId("place").hidden = none;
  byId("place").replaceChildren();
  if (none) return;
  byId("place").append(
    el(
      "table", {},
      el("caption", { id: "caption" }, el("span", {}, say("compareCaption", String(pins.length)))),
      el("thead", {}, el("tr", {}, el("td", {}), ...pins.map(headOf))),
      el("tbody", {}, ...bodyOf(table())),
    ),
  );
}

/** Without it some spreadsheets take the file for another encoding. */
const UTF8 = "\ufeff";

/** What stands in the table, its marks in words. */
function plain() {
  const rows = table().map((row) => [
    labelOf(row),
    ...row.cells.map(({ text, better }) => [sayText(row, text), better && `(${say(`better_${better}`)})`].filter(Boolean).join(" ")),
  ]);
  return csv([
    ["", ...pins.map(nameOf)], [say("address"), ...pins.map((pin) => pin.url)],
    ["", ...pins.map((pin) => pin.card.classification?.label ?? "")], ...rows,
  ]);
}

purpose.addEventListener("change", show);

byId("save-json").addEventListener("click", () => save("earmark-products.json", "application/json", exportPins(pins)));
byId("save-table").addEventListener("click", () => save("earmark-products.csv", "text/csv;charset=utf-8", UTF8 + plain()));
byId("clear").addEventListener("click", async () => {
  cleared = pins;
  await writePins([]);
  tell("state", say("cleared"));
  byId("undo").hidden = false;
  byId("undo").focus();
});
byId("undo").addEventListener("click", async () => {
  await writePins(cleared);
  tell("state", "");
  byId("undo").hidden = true;
  purpose.focus();
});
/** Only a tab can be shown beside the page instead; the side panel and the sidebar are no tabs. */
const tab = await api.tabs.getCurrent();
const bar = /** @type {{open(): Promise<void>} | undefined} */ (/** @type {any} */ (api).sidebarAction);
byId("beside").hidden = !tab || !(bar || api.sidePanel);
byId("beside").addEventListener("click", () => void (bar ? bar.open() : api.sidePanel.open({ windowId: tab?.windowId ?? 0 })));

api.storage.onChanged.addListener((changes) => {
  if (changes.pins) void show();
});

await show();
