/** The cheap check on allowed shops: whether a page sells something that may be a headphone. Other pages are never sent. */
(() => {
  /** Markup by which shops that declare no type show a price. */
  const PRICED = "[itemprop='price'], meta[property$='price:amount'], [class*='price' i], [id*='price' i]";

  /** Types of pages that show many products. */
  const MANY = new Set(["ItemList", "CollectionPage", "SearchResultsPage", "OfferCatalog"]);

  /** As the service folds words: lower case, hyphens as blanks, plain quotation marks. @param {string} text */
  const plain = (text) => earmark.fold(text.normalize("NFC")).toLowerCase().replace(/[-_®™]/g, " ").replace(/\s+/g, " ");

  /** A letter or digit of a script that writes blanks between words. @param {string | undefined} mark */
  const joins = (mark) => mark !== undefined && /[\p{L}\p{N}]/u.test(mark) && !/[\u0e00-\u0eff\u3040-\u9fff\uf900-\ufaff]/.test(mark);

  /**
   * Whether a text has a word as a whole, but for where a `*` lets letters stand before or after it.
   * @param {string} text
   * @param {string} word
   */
  function says(text, word) {
    const bare = word.replaceAll("*", "");
    for (let at = text.indexOf(bare); at !== -1; at = text.indexOf(bare, at + 1)) {
      const end = at + bare.length;
      const begins = word.startsWith("*") || !joins(bare[0]) || !joins(text[at - 1]);
      const ends = word.endsWith("*") || !joins(bare.at(-1)) || !joins(text[end]);
      if (begins && ends) return true;
    }
    return false;
  }

  /**
   * The types that the page's structured data name, and the names and categories in it.
   * @param {Document} page
   */
  function declared(page) {
    /** @type {Set<string>} */
    const types = new Set();
    /** @type {string[]} */
    const names = [];
    const visit = (/** @type {any} */ data, /** @type {number} */ depth) => {
      if (typeof data !== "object" || data === null || depth > 6) return;
      for (const type of [data["@type"]].flat()) if (typeof type === "string") types.add(type.split("/").at(-1) ?? "");
      for (const name of [data.name, data.category]) if (typeof name === "string") names.push(name);
      for (const inner of Object.values(data)) visit(inner, depth + 1);
    };
    for (const script of page.querySelectorAll("script[type='application/ld+json']")) {
      try {
        visit(JSON.parse(script.textContent ?? ""), 0);
      } catch {
        // A shop's broken data say nothing.
      }
    }
    for (const item of page.querySelectorAll("[itemtype]")) types.add(item.getAttribute("itemtype")?.split("/").at(-1) ?? "");
    if (/product/i.test(page.querySelector("meta[property='og:type']")?.getAttribute("content") ?? "")) types.add("Product");
    return { types, names };
  }

  /**
   * @param {Document} page
   * @param {import("../shared/words.js").Words} check
   * @returns {boolean} whether it is worth asking the service
   */
  earmark.isWorthSending = (page, { types, words }) => {
    const found = declared(page);
    const isProduct = types.some((type) => found.types.has(type));
    if (!isProduct && ([...found.types].some((type) => MANY.has(type)) || !page.querySelector(PRICED))) return false;
    const headings = [...page.querySelectorAll("h1")].map((heading) => heading.textContent ?? "");
    const said = plain([page.title, ...headings, ...(isProduct ? found.names : [])].join(" | "));
    return words.some((word) => says(said, word));
  };
})();
