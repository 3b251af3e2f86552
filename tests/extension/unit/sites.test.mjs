/** Where Earmark reads: the choices, and the list as a file. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { DEFAULTS } from "../../../extension/shared/settings.js";
import { exportSites, importSites, modeOf, originOf, turnOff, turnOn } from "../../../extension/shared/sites.js";

const PAGE = "https://www.shop.example/item";
const ALWAYS = { ...DEFAULTS, sites: { "https://www.shop.example": "always" } };

test("a shop is a scheme and a name", () => {
  assert.equal(originOf("https://www.shop.example:8443/item?x=1"), "https://www.shop.example");
  for (const address of ["ftp://shop.example/", "chrome://extensions", "shop", ""]) assert.equal(originOf(address), null);
});

test("a page is read on a click until something else is chosen", () => {
  assert.equal(modeOf(DEFAULTS, PAGE), "once");
  assert.equal(modeOf(ALWAYS, PAGE), "always");
  assert.equal(modeOf(ALWAYS, "http://www.shop.example/item"), "once");
});

for (const where of ["everywhere", "shop", "product"]) {
  for (const granted of [true, false]) {
    test(`off (${where}) wins over always, and on again gives back what the browser ${granted ? "allows" : "has taken back"}`, () => {
      const off = { ...ALWAYS, ...turnOff(ALWAYS, PAGE, where) };
      assert.equal(modeOf(off, PAGE), `off_${where}`);
      const on = { ...off, ...turnOn(off, PAGE, granted) };
      assert.equal(modeOf(on, PAGE), where === "shop" && !granted ? "once" : "always");
    });
  }
}

test("off for a product leaves the shop's others", () => {
  const off = { ...ALWAYS, ...turnOff(ALWAYS, PAGE, "product") };
  assert.equal(modeOf(off, `${PAGE}-2`), "always");
});

test("the list comes back from its file as it was", () => {
  const list = { sites: { "https://a.example": "off", "http://b.example": "always" }, products: [PAGE] };
  assert.deepEqual(importSites(exportSites(list)), list);
});

for (const text of [
  "", "[]", "null", "{}", '{"format": 2, "sites": {}, "products": []}', '{"format": 1, "sites": {"*": "always"}, "products": []}',
  '{"format": 1, "sites": {"https://a.example": "maybe"}, "products": []}', '{"format": 1, "sites": {}, "products": ["javascript:1"]}',
  '{"format": 1, "sites": {"https://a.example/path": "off"}, "products": []}',
]) {
  test(`no list: ${text}`, () => assert.equal(importSites(text), null));
}
