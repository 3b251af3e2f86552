import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./world.mjs";

const sent = async (body, head = "") => (await earmark.scrubWhole(openPage(`<html><head>${head}</head><body>${body}</body></html>`))).html;

/** Deterministic: the same secrets in every run. */
function* numbers(seed) {
  for (;;) yield (seed = (seed * 48271) % 2147483647);
}
const random = numbers(20261123);
const below = (n) => random.next().value % n;
const pick = (list) => list[below(list.length)];
const digits = (n) => Array.from({ length: n }, () => below(10)).join("");
const letters = (n) => Array.from({ length: n }, () => "abcdefghijklmnopqrstuvwxyz"[below(26)]).join("");
const token = (n) => `${letters(1)}${below(10)}` + Array.from({ length: n }, () => pick("abcdefghijklmnopqrstuvwxyzABCDEF0123456789".split(""))).join("");
const name = () => `Q${letters(6)} Z${letters(7)}`;

/** Each plants a secret into markup: [the secret, the markup around it]. */
const SECRETS = {
  "typed text": () => ((s) => [s, `<input type="${pick(["text", "search", "email", "tel", "password"])}" value="${s}">`])(token(10)),
  "a text area": () => ((s) => [s, `<textarea>${s}</textarea>`])(token(10)),
  "a hidden field": () => ((s) => [s, `<input type="hidden" name="${letters(5)}" value="${s}">`])(token(20)),
  "an e-mail address": () => ((s) => [s, `<p>${pick(["Write to ", "", "Logged in as "])}${s}.</p>`])(`${letters(7)}.${letters(5)}@${letters(6)}.${pick(["com", "de", "co.uk"])}`),
  "a telephone number": () => ((s) => [s, `<p>Call ${s} now</p>`])(pick([`+49 ${digits(3)} ${digits(7)}`, `(${digits(3)}) ${digits(3)}-${digits(4)}`, `${digits(3)}-${digits(3)}-${digits(4)}`, `+1${digits(10)}`])),
  "an address block": () => ((s) => [s, pick([`<address>${s} 12</address>`, `<div class="shipping-address">${s} 12</div>`, `<div id="addressBook"><p>${s}</p></div>`])])(name()),
  "a token in text": () => ((s) => [s, `<p>${s}</p>`])(token(30)),
  "a token in an attribute": () => ((s) => [s, `<div data-${pick(["key", "csrf-token", "session"])}="${s}" class="x">t</div>`])(token(32)),
  "an order number": () => ((s) => [s, `<p>${pick(["Order ", "Order number: ", "Bestellung ", "order #"])}${s}</p>`])(pick([`${digits(3)}-${digits(7)}-${digits(7)}`, digits(9), `A${digits(8)}`])),
  "a greeting": () => ((s) => [s, `<span>${pick(["Hello, ", "Hi ", "Hallo ", "Welcome back, ", "Bonjour "])}${s}</span>`])(name()),
  "a session in a link": () => ((s) => [s, `<a href="/p/1?${pick(["sid", "session", "ref", "utm_id"])}=${s}#${s}">t</a>`])(token(16)),
  "a script or comment": () => ((s) => [s, pick([`<script>var a="${s}"</script>`, `<!-- ${s} -->`, `<p onclick="f('${s}')">t</p>`, `<noscript>${s}</noscript>`])])(token(12)),
};

const TIMES = 1000;
const A_PAGE = 100;

for (const [kind, plant] of Object.entries(SECRETS)) {
  test(`${kind} never leaves`, async () => {
    const leaked = [];
    for (let done = 0; done < TIMES; done += A_PAGE) {
      const planted = Array.from({ length: A_PAGE }, plant);
      const html = await sent(`<h1>Studio 50</h1>${planted.map(([, markup]) => `<div>${markup}</div>`).join("\n")}`);
      leaked.push(...planted.filter(([secret]) => html.includes(secret)).map(([, markup]) => markup));
      assert.ok(html.includes("Studio 50"));
    }
    assert.deepEqual(leaked, []);
  });
}

const KEPT = [
  "<h1 id=\"t\" class=\"title big\">Sony WH-1000XM4</h1>",
  "<td>20 - 20000 Hz</td>",
  "<li>Item 4001234567890</li>",
  "<p>Bluetooth 5.3, 30 hours, 250 g, $1,299.00</p>",
  "<p>EAN 0 123456 789012</p>",
  "<span itemprop=\"price\" content=\"129.00\">129</span>",
  "<input type=\"submit\" value=\"Add to Cart\">",
  "<p>Frequency response 5-40 000 Hz, 105 dB/mW</p>",
  "<p>Hello there</p>",
  "<div hidden style=\"display:none\">x</div>",
];
for (const markup of KEPT) {
  test(`kept as it is: ${markup}`, async () => assert.ok((await sent(`<table><tr>${markup}</tr></table><div>${markup}</div>`)).includes(markup)));
}

test("JSON-LD stays, without people in it", async () => {
  const html = await sent("", `<script type="application/ld+json">{"@type":"Product","gtin13":"4001234567890","author":{"name":"Q"},"seller":{"telephone":"+49301234567"}}</script>`);
  assert.ok(html.includes('{"@type":"Product","gtin13":"4001234567890","seller":{}}'));
});

test("JSON-LD without people stays to the letter", async () => {
  const text = '{"@type": "Product",\n "price": 978.0, "sku": "4001234567890"}';
  assert.ok((await sent("", `<script type="application/ld+json">${text}</script>`)).includes(text));
});

test("JSON-LD cannot end its element early", async () => {
  const page = openPage("<html><head></head><body></body></html>");
  const script = page.createElement("script");
  script.setAttribute("type", "application/ld+json");
  script.textContent = JSON.stringify({ name: "</script><p>out</p>" });
  page.head.append(script);
  assert.ok(!(await earmark.scrubWhole(page)).html.includes("</script><p>"));
});

test("the text of the page is escaped", async () => {
  assert.ok((await sent("<p title='\"&lt;'>1 &lt; 2 &amp; 3</p>")).includes('<p title="&quot;&lt;">1 &lt; 2 &amp; 3</p>'));
});

test("the page is not changed, and what was taken out is counted", async () => {
  const page = openPage("<html><head></head><body><p>Hello, Mona</p><input value='x'><script>1</script><!--c--></body></html>");
  const before = page.documentElement.outerHTML;
  const { report } = await earmark.scrubWhole(page);
  assert.equal(page.documentElement.outerHTML, before);
  assert.deepEqual(report, { scripts: 1, inputs: 1, comments: 1, blocks: 0, texts: 1 });
});

const ADDRESSES = [
  ["https://a.example/p/1?variant=2&sid=9#top", "https://a.example/p/1?variant=2"],
  ["https://a.example/dp/B07/ref=sr_1/131-1234567-7654321?th=1", "https://a.example/dp/B07"],
  ["https://a.example/p;jsessionid=AB12?pid=X-1", "https://a.example/p?pid=X-1"],
  ["https://user:secret@a.example/p", "https://a.example/p"],
  ["https://a.example/?id=someone@mail.example", "https://a.example/"],
  ["javascript:alert(1)", null],
  ["mailto:a@b.example", null],
];
for (const [address, cut] of ADDRESSES) {
  test(`address ${address}`, () => assert.equal(earmark.cutAddress(address, "https://a.example/"), cut));
}
