/** Pins, the comparison, its exports and the case file. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const kept = {};
let last = Promise.resolve();
globalThis.chrome = {
  storage: {
    local: {
      get: async (defaults) => structuredClone({ ...defaults, ...kept }),
      set: async (changed) => void Object.assign(kept, structuredClone(changed)),
    },
  },
};
Object.defineProperty(globalThis, "navigator", {
  value: { locks: { request: (_name, work) => (last = last.then(work, work)) } },
  configurable: true,
});

const { addPin, dropPin, exportPins, MAX_PINS, readPins, writePins } = await import("../../../extension/shared/pins.js");
const { rowsOf } = await import("../../../extension/shared/sidebyside.js");
const { csv } = await import("../../../extension/shared/table.js");
const { caseName, writeCase } = await import("../../../extension/shared/casefile.js");
const { readCard } = await import("../../../extension/shared/protocol.js");

const card = readCard(JSON.parse(await readFile(new URL("../fixtures/card.json", import.meta.url), "utf8")));
const url = (number) => `https://shop.example/${number}`;

test("pins written at the same time are all kept, in order, each once", async () => {
  await writePins([]);
  await Promise.all([1, 2, 3, 2].map((number) => addPin(url(number), card)));
  assert.deepEqual((await readPins()).map((pin) => pin.url), [1, 2, 3].map(url));
  await dropPin(url(2));
  assert.deepEqual((await readPins()).map((pin) => pin.url), [1, 3].map(url));
});

test("there are no more than there may be, and the ones there are stay", async () => {
  await writePins([]);
  for (let number = 0; number < MAX_PINS; number += 1) assert.equal(await addPin(url(number), card), true);
  assert.equal(await addPin(url("one-more"), card), false);
  assert.equal(await addPin(url(7), card), true);
  assert.equal((await readPins()).length, MAX_PINS);
});

test("a pin holds what a comparison shows and no more", async () => {
  await writePins([]);
  await addPin(url(1), card);
  const text = exportPins(await readPins());
  assert.equal(JSON.parse(text).type, "earmark-pins");
  const [pin] = JSON.parse(text).pins;
  assert.deepEqual(rowsOf([pin.card], "casual"), rowsOf([card], "casual"));
  assert.equal(pin.card.evidence, undefined);
  assert.ok(text.length < JSON.stringify(card).length);
});

test("a spreadsheet takes no cell for a formula", () => {
  assert.equal(csv([["=1+1", '5" cups, "soft"', null], ["@x", "-3 dB", "a\nb"]]), "'=1+1,\"5\"\" cups, \"\"soft\"\"\",\r\n'@x,'-3 dB,\"a\nb\"\r\n");
});

test("a case names its shop and its time", () => {
  const when = new Date("2026-11-23T12:34:56Z");
  assert.equal(caseName("https://www.shop.example/item?x=1", when), "earmark-case-shop.example-2026-11-23T1234.json");
  const shown = { url: url(1), html: "<p>“é”", card: null, purpose: "gaming" };
  const wrong = { about: "missing card", which: null, expected: null };
  const made = JSON.parse(writeCase(shown, wrong, "Why?", { version: "0.1.0", when }));
  assert.deepEqual(made, {
    type: "earmark-case", format: 1, made: "2026-11-23T12:34:56.000Z", by: "extension 0.1.0", wrong, note: "Why?",
    purpose: "gaming", card: null, page: { url: url(1), html: "<p>“é”" },
  });
});
