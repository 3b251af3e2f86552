import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./world.mjs";

/** The words found, as the page has them; null where they are not. */
function found(body, exact, prefix = "", suffix = "") {
  const page = openPage(`<body>${body}</body>`);
  const index = earmark.indexText(page.body);
  const place = earmark.findQuote(index, { exact, prefix, suffix });
  return place && earmark.toRange(index, place.start, place.end).toString();
}

const FOUND = [
  ["white space", "<p>32&nbsp;\n  ohm here</p>", ["32 ohm"], "32\u00a0\n  ohm"],
  ["inline elements", "<p>up to <b>30</b> <i>hours</i> of play</p>", ["30 hours of play"], "30 hours of play"],
  ["quotation marks", "<p>the “Studio” look</p>", ['the "Studio" look'], "the “Studio” look"],
  ["dashes", "<p>noise‑cancelling – best</p>", ["noise-cancelling - best"], "noise‑cancelling – best"],
  ["soft hyphens", "<p>Kopf\u00adhörer mit Mikrofon</p>", ["Kopfhörer mit Mikrofon"], "Kopf\u00adhörer mit Mikrofon"],
  ["the place its context names", "<p>Front 40 mm</p><p>Rear 40 mm wide</p>", ["40 mm", "Rear ", " wide"], "40 mm"],
  ["the first of two places alike in all", "<p>Driver</p><p>40 mm</p><hr><p>Driver</p><p>40 mm</p>", ["40 mm", "Driver "], "40 mm"],
  ["the end of the page", "<p>weighs 250 g</p>", ["250 g", "weighs "], "250 g"],
  ["an old denial", "<p>It is not a toy, but a headset for work</p>", ["headset for work", "It is not a toy, but a "], "headset for work"],
];
for (const [name, body, quote, words] of FOUND) {
  test(`found: ${name}`, () => assert.equal(found(body, ...quote), words));
}

const MISSED = [
  ["a changed digit", "<p>Impedance 38 ohm</p>", ["32 ohm", "Impedance "]],
  ["a changed unit", "<p>Weight 250 kg</p>", ["250 g", "Weight "]],
  ["a longer number", "<p>Impedance 132 ohm</p>", ["32 ohm", "Impedance "]],
  ["a decimal before", "<p>Cable 1.2 m</p>", ["2 m", "Cable "]],
  ["a decimal after", "<p>Version 5.3</p>", ["5", "Version "]],
  ["a longer model", "<p>Model HD 560S</p>", ["HD 560", "Model "]],
  ["a new denial before", "<p>without active noise cancelling</p>", ["active noise cancelling", "with "]],
  ["a denial gone", "<p>a microphone is there</p>", ["microphone is there", "no "]],
  ["a new denial after", "<p>Carrying case not included</p>", ["Carrying case", "", " included"]],
  ["another case", "<p>OVER-EAR HEADPHONES</p>", ["over-ear headphones"]],
  ["two blocks", "<table><tr><td>Driver</td><td>40 mm</td></tr></table>", ["Driver 40 mm"]],
  ["a line break", "<p>Driver<br>40 mm</p>", ["Driver 40 mm"]],
  ["two places without context", "<p>Left 40 mm</p><p>Right 40 mm</p>", ["40 mm"]],
  ["two places that fit equally badly", "<p>Left 40 mm</p><p>Right 40 mm</p>", ["40 mm", "Driver "]],
  ["short words in another place", "<li>Someone else's earbuds: 30 h</li>", ["30 h", "Battery life ", " with case"]],
  ["what is not shown", "<script>32 ohm</script><noscript>32 ohm</noscript><textarea>32 ohm</textarea>", ["32 ohm"]],
  ["nothing", "<p>words</p>", [" "]],
];
for (const [name, body, quote] of MISSED) {
  test(`missed: ${name}`, () => assert.equal(found(body, ...quote), null));
}

test("text of an open shadow root is found before its host's children", () => {
  const page = openPage("<body><div id='host'><p>light</p></div></body>");
  page.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<p>in the shade</p>";
  assert.equal(earmark.indexText(page.body).text.trim(), "in the shade\nlight");
});
