/** Which attributes of an element may leave the browser, and what of their values. */
(() => {
  const KEPT = new Set([
    "id", "class", "title", "alt", "role", "lang", "dir", "type", "rel", "name", "property", "itemprop", "itemscope",
    "itemtype", "itemref", "typeof", "vocab", "datetime", "rowspan", "colspan", "scope", "headers", "for", "hidden",
    "disabled", "charset", "http-equiv", "open",
  ]);
  const ADDRESSES = new Set(["href", "src", "itemid", "resource", "about"]);

  /** Attributes of these names carry the shopper, not the product. */
  const PERSONAL = /user|customer|account|session|token|csrf|nonce|auth|e-?mail|phone|address|login|visitor|uuid|guid/i;

  /** Longer values are state for scripts, not statements for readers. */
  const MAX_VALUE = 300;

  /** Elements whose value the shop wrote, not the shopper. */
  const VALUED = new Set(["data", "meter", "li"]);
  const BUTTON = /^(?:submit|button|image)$/i;

  /** Ids and classes of blocks that show the shopper's account, address, orders or basket. */
  const ACCOUNT = new RegExp(
    "(?:^|[-_\\s])(?:account|sign-?in|log-?in|log-?out|user-?(?:name|menu|info|nav|greeting)|greeting|glow|" +
      "(?:my|user|customer)-?(?:profile|name|info|data)|(?:shipping|delivery|billing|postal|street)-?address|" +
      "address-?(?:book|block|form|list|line)|deliver-?to|order-?(?:history|number|id)|your-?orders|" +
      "mini-?(?:cart|basket)|cart-?(?:drawer|items)|recently-?viewed)(?:$|[-_\\s])",
    "i",
  );

  const NAMES = new Set(["class", "id", "data-testid"]);

  /** camelCase and snake_case as words. @param {string} text */
  const words = (text) => text.replace(/([a-z])([A-Z])/g, "$1-$2").replaceAll("__", "-");

  const TO_ESCAPE = /[&<>"]/;
  /** @type {Record<string, string>} */
  const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  /** @param {string} text */
  earmark.escape = (text) => (TO_ESCAPE.test(text) ? text.replace(/[&<>"]/g, (mark) => ESCAPED[mark]) : text);

  /** @typedef {(element: Element, tag: string, value: string) => string | null} Way null: it stays out */
  /** @type {Record<string, Way>} */
  const WAYS = {
    style: (_element, _tag, value) => /line-through|display:\s?none/.exec(value)?.[0].replace(/^l/, "text-decoration:l") ?? null,
    content: (element, tag, value) =>
      tag === "meta" && PERSONAL.test(element.getAttribute("name") ?? element.getAttribute("property") ?? "") ? null : earmark.redact(value),
    value: (element, tag, value) =>
      VALUED.has(tag) || (tag === "input" && BUTTON.test(element.getAttribute("type") ?? "")) ? earmark.redact(value) : null,
    text: (_element, _tag, value) => earmark.redact(value),
    data: (_element, _tag, value) => (/[{[]/.test(value) ? null : earmark.redact(value)),
    none: () => null,
  };

  /** @param {string} name */
  function wayOf(name) {
    if (name === "style" || name === "content" || name === "value") return WAYS[name];
    if (KEPT.has(name) || name.startsWith("aria-")) return WAYS.text;
    return name.startsWith("data-") && !PERSONAL.test(name) ? WAYS.data : WAYS.none;
  }

  /**
   * @param {string} base address of the page
   * @returns {(element: Element, tag: string, anyName?: boolean) => string | null} the attributes as they stand in a tag,
   *   each with a blank before it; null where the names tell of an account, unless any name will do
   */
  earmark.attributeWriter = (base) => {
    const cut = earmark.remembering((value) => earmark.cutAddress(value, base));
    /** @type {Way} */
    const address = (_element, _tag, value) => cut(value);
    const ways = earmark.remembering((name) => (ADDRESSES.has(name) ? address : wayOf(name)));
    const namesAccount = earmark.remembering((name) => ACCOUNT.test(words(name)));
    const classes = earmark.remembering((value) => ` class="${earmark.escape(earmark.redact(value))}"`);
    return (element, tag, anyName = false) => {
      let out = "";
      for (const name of element.getAttributeNames()) {
        const way = ways(name);
        if (way === WAYS.none) continue;
        const value = element.getAttribute(name) ?? "";
        if (!anyName && NAMES.has(name) && namesAccount(value)) return null;
        if (name === "class" && value) {
          out += classes(value);
          continue;
        }
        const kept = way(element, tag, value);
        if (kept === null || (kept.length > MAX_VALUE && name !== "content")) continue;
        out += kept === "" ? ` ${name}` : ` ${name}="${earmark.escape(kept)}"`;
      }
      return out;
    };
  };
})();
