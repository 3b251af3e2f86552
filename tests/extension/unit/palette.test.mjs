import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import "./world.mjs";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what is not text. */
const TEXT = 4.5;
const GRAPHIC = 3;

function luminance(colour) {
  const [r, g, b] = colour.slice(1).match(/../g).map((part) => parseInt(part, 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

for (const [scheme, p] of Object.entries(earmark.PALETTES)) {
  const pairs = [];
  for (const ground of ["ground", "raised", "goodGround", "mixedGround", "badGround"]) {
    for (const ink of ["ink", "quiet", "link"]) pairs.push([ink, ground, TEXT]);
  }
  for (const tone of ["good", "mixed", "bad"]) pairs.push([tone, `${tone}Ground`, TEXT], [tone, "ground", TEXT]);
  pairs.push(["ground", "ink", TEXT], ["focus", "ground", GRAPHIC], ["focus", "raised", GRAPHIC]);
  for (const [ink, ground, least] of pairs) {
    test(`${scheme}: ${ink} on ${ground}`, () => assert.ok(contrast(p[ink], p[ground]) >= least, `${contrast(p[ink], p[ground]).toFixed(2)} is under ${least}`));
  }
}

test("highlighted words are readable", async () => {
  const css = await readFile(new URL("../../../extension/content/page.css", import.meta.url), "utf8");
  const [, ground, ink] = /background-color: (#\w{6});\s*color: (#\w{6})/.exec(css);
  assert.ok(contrast(ground, ink) >= TEXT);
});
