/**
 * Cards side by side, as data: what `earmark compare` shows in the terminal, by the same rules.
 * A better value is marked only where better is plain; what a page does not state is an empty cell.
 *
 * @typedef {{text: string | null, better: string | null, why: string | null}} Cell `better` names its words: `better_NAME`
 * @typedef {{group: "verdict" | "fact" | "article", key: string, label: string, cells: Cell[]}} Row
 * @typedef {import("./pins.js").Pinned} Pinned
 */

/** @type {Record<string, {choose: (...values: number[]) => number, name: string}>} */
const BETTER = {
  price: { choose: Math.min, name: "price" },
  weight_g: { choose: Math.min, name: "weight" },
  battery_h: { choose: Math.max, name: "battery" },
  battery_anc_h: { choose: Math.max, name: "battery" },
  battery_case_h: { choose: Math.max, name: "battery" },
};

/**
 * @param {Pinned[]} cards
 * @param {import("./protocol.js").Purpose} purpose
 * @returns {Row[]} a cell for each card in each row
 */
export const rowsOf = (cards, purpose) => [verdict(cards, purpose), price(cards), ...facts(cards), ...article(cards)];

/** @param {Pinned[]} cards @param {string} purpose @returns {Row} */
function verdict(cards, purpose) {
  const cells = cards.map((card) => {
    const one = card.purposes.find((known) => known.purpose === purpose);
    return { text: one?.verdict ?? null, better: null, why: one?.because[0]?.text ?? null };
  });
  return { group: "verdict", key: purpose, label: purpose, cells };
}

/** @param {Pinned[]} cards @returns {Row} */
function price(cards) {
  const prices = cards.map((card) => card.product.price ?? null);
  const stated = new Set(prices.flatMap((one) => (one ? [one.currency] : [])));
  const comparable = stated.size === 1 && !stated.has(null);
  const texts = prices.map((one) => one && [one.amount, one.currency].filter(Boolean).join(" "));
  const values = prices.map((one) => (one && comparable ? Number(one.amount) : NaN));
  return { group: "fact", key: "price", label: "price", cells: marked("price", texts, values) };
}

/** @param {Pinned[]} cards @returns {Row[]} */
function facts(cards) {
  const stated = cards.map((card) => new Map(card.facts.map((fact) => [fact.spec, fact])));
  return merged(stated.map((one) => [...one.keys()])).map((spec) => {
    const found = stated.map((one) => one.get(spec));
    const texts = found.map((fact) => (fact ? [fact.text, ...fact.contradicts.map((other) => other.text)].join(" ≠ ") : null));
    const values = found.map((fact) => (typeof fact?.value === "number" && !fact.contradicts.length ? fact.value : NaN));
    return { group: "fact", key: spec, label: found.find(Boolean)?.label ?? spec, cells: marked(spec, texts, values) };
  });
}

/** @param {Pinned[]} cards @returns {Row[]} */
function article(cards) {
  const told = cards.map((card) => new Map(card.comparison.map((row) => [row.statement, row])));
  return merged(told.map((one) => [...one.keys()])).map((statement) => {
    const found = told.map((one) => one.get(statement));
    const cells = found.map((row) => ({ text: row?.this ? row[row.this] : null, better: null, why: null }));
    return { group: "article", key: statement, label: found.find(Boolean)?.aspect ?? statement, cells };
  });
}

/**
 * The best marked; none where fewer than two can be compared, or all are equal.
 * @param {string} key
 * @param {(string | null)[]} texts
 * @param {number[]} values NaN where it cannot be compared
 * @returns {Cell[]}
 */
function marked(key, texts, values) {
  const comparable = values.filter(Number.isFinite);
  const better = new Set(comparable).size > 1 ? BETTER[key] : undefined;
  const best = better?.choose(...comparable);
  return texts.map((text, at) => ({ text, better: better && values[at] === best ? better.name : null, why: null }));
}

/**
 * All keys once; one that only a later list has stands behind the one before it there.
 * @param {string[][]} orders
 */
function merged(orders) {
  /** @type {string[]} */
  const all = [];
  for (const order of orders) {
    let at = 0;
    for (const key of order) {
      const known = all.indexOf(key);
      if (known < 0) all.splice(at, 0, key);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return all;
}
