/** The check in the browser that decides whether a page of an allowed shop is worth sending. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./world.mjs";

const CHECK = { types: ["Product", "ProductGroup"], words: ["headphones", "over ear", "*kopfhörer", "наушник*", "入耳"] };
const PRICE = "<span class='price'>€ 9</span>";
const data = (/** @type {object} */ value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const worth = (/** @type {string} */ html) => globalThis.earmark.isWorthSending(openPage(html), CHECK);

for (const [what, html] of Object.entries({
  "a price and a word in the headline": `<h1>Studio Headphones</h1>${PRICE}`,
  "a hyphen is a blank": `<h1>Nordlyd, Over-Ear</h1>${PRICE}`,
  "a compound": `<title>Funkkopfhörer</title>${PRICE}`,
  "an ending": `<h1>с наушниками</h1>${PRICE}`,
  "a script without blanks": `<h1>无线入耳式</h1>${PRICE}`,
  "a product whose data alone say it": `<h1>Studio 50</h1>${data({ "@graph": [{ "@type": "Product", name: "Studio 50", category: "Audio > Headphones" }] })}`,
  "a product in microdata": "<div itemscope itemtype='https://schema.org/Product'><h1>Headphones</h1></div>",
})) {
  test(`sent: ${what}`, () => assert.equal(worth(html), true));
}

for (const [what, html] of Object.entries({
  "a kettle": `<h1>Kettle</h1>${PRICE}`,
  "headphones in the running text alone": `<h1>Kettle</h1><p>Customers also bought headphones</p>${PRICE}`,
  "a word within a word": `<h1>Megaheadphonesish</h1>${PRICE}`,
  "an article without a price": "<h1>How to choose headphones</h1>",
  "a list of products": `<h1>Headphones</h1>${PRICE}${data({ "@type": "ItemList", itemListElement: [] })}`,
  "a kettle whose data are broken": `<h1>Kettle</h1>${PRICE}<script type="application/ld+json">{</script>`,
})) {
  test(`not sent: ${what}`, () => assert.equal(worth(html), false));
}

test("without words nothing is sent", () => {
  assert.equal(globalThis.earmark.isWorthSending(openPage(`<h1>Headphones</h1>${PRICE}`), { types: [], words: [] }), false);
});
