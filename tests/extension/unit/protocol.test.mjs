import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { readCard } from "../../../extension/shared/protocol.js";
import { serviceAddress } from "../../../extension/shared/settings.js";

const card = JSON.parse(await readFile(new URL("../fixtures/card.json", import.meta.url), "utf8"));

test("a card of the contract is read", () => assert.equal(readCard(card)?.classification?.label, "Over-ear headphones, closed-back"));

test("lists that are left out are empty", () => {
  const { strengths, picks, ...rest } = card;
  assert.deepEqual(readCard(rest)?.strengths, []);
});

const WRONG = {
  "another format": { ...card, format: 2 },
  "no page": { ...card, page: undefined },
  "a list": [card],
  "null": null,
  "a card without classification or reason": { ...card, classification: null },
  "strengths that are no list": { ...card, strengths: "many" },
  "evidence without a quote": { ...card, evidence: [{ id: 0, source: "title", visible: true }] },
};
for (const [name, answer] of Object.entries(WRONG)) test(`${name} is no card`, () => assert.equal(readCard(answer), null));

for (const [text, address] of [
  [" http://127.0.0.1:8765/ ", "http://127.0.0.1:8765"],
  ["https://a.example/base/", "https://a.example/base"],
  ["127.0.0.1:8765", null],
  ["ftp://a.example", null],
  ["https://me@a.example", null],
  ["https://a.example/?x=1", null],
]) {
  test(`service address ${text}`, () => assert.equal(serviceAddress(text), address));
}
