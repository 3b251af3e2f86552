/** "This is wrong": what is wrong with a card, what the case file holds, and the file itself. Nothing is sent. */

import { api } from "../shared/api.js";
import { caseName, MAX_NOTE, MAX_WORDS, writeCase } from "../shared/casefile.js";
import { readCard } from "../shared/protocol.js";
import { readSettings } from "../shared/store.js";
import { el, save } from "./element.js";
import { byId, say, saySize, tell } from "./page.js";

/** @typedef {import("../shared/casefile.js").About} About */
/** @typedef {import("../shared/protocol.js").Card} Card */

/** So that typing does not write a whole page anew with each letter. */
const REST_MS = 250;

const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id));
const which = /** @type {HTMLSelectElement} */ (byId("which"));

/**
 * What may be wrong, for a page with a card and for one without.
 * @param {Card | null} card
 * @returns {About[]}
 */
const choicesFor = (card) => (card && card.page.reason === null ? ["kind", "form", "fact", "line"] : ["missing card"]);

/** @param {Card} card @param {About} about @returns {[string, string][]} what it is called in the file, and here */
function partsOf(card, about) {
  if (about === "fact") {
    const unsaid = card.not_stated.map((spec) => [spec, `${say(`spec_${spec}`) || spec}: ${say("unsaid")}`]);
    return /** @type {any} */ ([...card.facts.map((fact) => [fact.spec, `${fact.label}: ${fact.text}`]), ...unsaid]);
  }
  const verdicts = card.purposes.flatMap((one) => one.because);
  const lines = [...card.strengths, ...card.weaknesses, ...card.best_use, ...verdicts, ...card.caveats];
  return about === "line" ? lines.map((line) => [line.statement, line.text]) : [];
}

/** The page this is about, from the tab it stands in; null where that is closed or shows something else. */
async function ask() {
  const tab = Number(new URLSearchParams(location.search).get("tab"));
  try {
    return await api.tabs.sendMessage(tab, { type: "case" });
  } catch {
    return null;
  }
}

field("text").setAttribute("aria-label", say("reportHolds"));
field("expected").maxLength = MAX_WORDS;
field("note").maxLength = MAX_NOTE;

const [answer, settings] = await Promise.all([ask(), readSettings()]);
const card = answer?.card ? readCard(answer.card) : null;
const version = api.runtime.getManifest().version;

const about = () => /** @type {About} */ (/** @type {HTMLInputElement} */ (document.querySelector("input[name=about]:checked")).value);

/** The file as it would be saved now. @param {Date} when */
function file(when) {
  const wrong = { about: about(), which: byId("which-part").hidden ? null : which.value, expected: field("expected").value.trim() || null };
  return writeCase({ ...answer, card, purpose: settings.purpose }, wrong, field("note").value.trim(), { version, when });
}

/** The time in the file is that of the last change, so that what is shown is what is saved. */
let when = new Date();

function showFile() {
  const text = file(when);
  field("text").value = text;
  byId("size").textContent = saySize(new Blob([text]).size);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
function changed() {
  when = new Date();
  tell("state", "");
  clearTimeout(resting);
  resting = setTimeout(showFile, REST_MS);
}

function chooseAbout() {
  const parts = card ? partsOf(card, about()) : [];
  byId("which-part").hidden = parts.length === 0;
  which.replaceChildren(...parts.map(([value, text]) => new Option(text, value)));
  changed();
}

if (answer) {
  byId("form").hidden = false;
  byId("lost").hidden = true;
  byId("about-page").textContent = [card?.product.name, card?.classification?.label ?? card?.page.reason, answer.url].filter(Boolean).join(" · ");
  byId("choices").append(
    ...choicesFor(card).map((name, number) =>
      el(
        "label", {},
        el("input", { type: "radio", name: "about", value: name, checked: number === 0, change: chooseAbout }),
        say(`wrong_${name.replace(" ", "_")}`),
      ),
    ),
  );
  chooseAbout();
  showFile();
  byId("form").addEventListener("input", changed);
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(resting);
    showFile();
    save(caseName(answer.url, when), "application/json", field("text").value);
    tell("state", say("reportSaved"));
  });
} else tell("lost", say("reportLost"));
