/** A page's address as it may leave the browser: where it is and which product it names, nothing else. */
(() => {
  /** Parameters that name the product or its variant in the shops seen. */
  const NAMING = new Set([
    "id", "pid", "sku", "asin", "item", "itemid", "item_id", "product", "productid", "product_id", "prod", "article",
    "articleid", "model", "variant", "variantid", "variation", "color", "colour", "skuid", "goods_id", "offerid",
  ]);

  /** A product's name in a parameter is short and plain; a session is long. */
  const PLAIN = /^[\w.-]{1,40}$/;

  /** Sessions and orders that shops write into the path: Amazon's `/ref=…` and `/123-1234567-1234567`, `;jsessionid=`. */
  const SESSION = /^(ref=.*|\d{3}-\d{7}-\d{7})$/;

  /**
   * @param {string} address absolute or relative
   * @param {string} base
   * @returns {string | null} null where it is no http(s) address
   */
  earmark.cutAddress = (address, base) => {
    let url;
    try {
      url = new URL(address, base);
    } catch {
      return null;
    }
    if (!/^https?:$/.test(url.protocol)) return null;
    const path = url.pathname
      .split("/")
      .map((part) => part.split(";")[0])
      .filter((part) => !SESSION.test(part))
      .join("/");
    const query = new URLSearchParams();
    for (const [name, value] of url.searchParams) {
      if (NAMING.has(name.toLowerCase()) && PLAIN.test(value) && earmark.redact(value) === value) query.append(name, value);
    }
    const text = query.toString();
    return earmark.redact(url.origin + path) + (text && `?${text}`);
  };
})();
