/** A scrubbed copy of the page, written out while it is walked: what is not on a list here never gets into it. */
(() => {
  const DROPPED = new Set([
    "script", "style", "noscript", "template", "textarea", "select", "datalist", "iframe", "frame", "object", "embed",
    "svg", "canvas", "video", "audio", "math", "address",
  ]);
  const VOID = new Set(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);
  const KEPT = new Set([
    "id", "class", "title", "alt", "role", "lang", "dir", "type", "rel", "name", "property", "itemprop", "itemscope",
    "itemtype", "itemref", "typeof", "vocab", "datetime", "rowspan", "colspan", "scope", "headers", "for", "hidden",
    "disabled", "charset", "http-equiv", "open",
  ]);
  const ADDRESSES = new Set(["href", "src", "itemid", "resource", "about"]);

  /** Attributes of these names carry the shopper, not the product. */
  const PERSONAL = /user|customer|account|session|token|csrf|nonce|auth|e-?mail|phone|address|login|visitor|uuid|guid/i;

  /** Ids and classes of blocks that show the shopper's account, address, orders or basket. */
  const ACCOUNT = new RegExp(
    "(?:^|[-_\\s])(?:account|sign-?in|log-?in|log-?out|user-?(?:name|menu|info|nav|greeting)|greeting|glow|" +
      "(?:my|user|customer)-?(?:profile|name|info|data)|(?:shipping|delivery|billing|postal|street)-?address|" +
      "address-?(?:book|block|form|list|line)|deliver-?to|order-?(?:history|number|id)|your-?orders|" +
      "mini-?(?:cart|basket)|cart-?(?:drawer|items)|recently-?viewed)(?:$|[-_\\s])",
    "i",
  );

  /** A class that matches on a block longer than this is the page's frame, not an account block. */
  const MAX_ACCOUNT = 4000;

  /** Longer attribute values are state for scripts, not statements for readers. */
  const MAX_ATTRIBUTE = 300;

  const PERSONAL_KEYS = /^(?:telephone|email|faxNumber|address|streetAddress|contactPoint|author|creator)$/;

  /** Keys of numbers that name a product and may look like a telephone's. */
  const CODES = /^(?:sku|mpn|gtin\d*|productID)$/;

  /** A slice stays well under the 50 ms that a shopper notices. */
  const SLICE_MS = 20;
  const NODES_BETWEEN_LOOKS = 200;

  /** @param {string} text */
  const escape = (text) =>
    text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark] ?? mark);

  /** @param {string} text camelCase and snake_case as words */
  const words = (text) => text.replace(/([a-z])([A-Z])/g, "$1-$2").replaceAll("__", "-");

  /**
   * @param {Element} element
   * @param {string} tag
   */
  function showsAccount(element, tag) {
    if (tag === "body" || tag === "main" || tag === "html" || tag === "head") return false;
    const names = `${element.id} ${element.getAttribute("class") ?? ""} ${element.getAttribute("data-testid") ?? ""}`;
    if (names.length < 5 || !ACCOUNT.test(words(names))) return false;
    return (element.textContent ?? "").length < MAX_ACCOUNT && !element.querySelector("h1, [itemtype], [itemprop]");
  }

  /**
   * @param {Element} element
   * @param {string} tag
   * @param {string} base
   */
  function attributes(element, tag, base) {
    let out = "";
    for (const { name, value } of element.attributes) {
      /** @type {string | null} */
      let kept = null;
      if (ADDRESSES.has(name)) kept = earmark.cutAddress(value, base);
      else if (name === "style") kept = /line-through|display:\s?none/.exec(value)?.[0].replace(/^l/, "text-decoration:l") ?? null;
      else if (name === "content") kept = keepsContent(element, tag) ? earmark.redact(value) : null;
      else if (name === "value") kept = tag === "data" || tag === "meter" || tag === "li" || isButton(element, tag) ? earmark.redact(value) : null;
      else if (KEPT.has(name) || name.startsWith("aria-")) kept = earmark.redact(value);
      else if (name.startsWith("data-") && !PERSONAL.test(name) && !/[{[]/.test(value)) kept = earmark.redact(value);
      if (kept === null || (kept.length > MAX_ATTRIBUTE && name !== "content" && name !== "class")) continue;
      out += kept === "" ? ` ${name}` : ` ${name}="${escape(kept)}"`;
    }
    return out;
  }

  /**
   * @param {Element} element
   * @param {string} tag
   */
  function keepsContent(element, tag) {
    return tag !== "meta" || !PERSONAL.test(element.getAttribute("name") ?? element.getAttribute("property") ?? "");
  }

  /**
   * @param {Element} element
   * @param {string} tag
   */
  function isButton(element, tag) {
    return tag === "input" && /^(?:submit|button|image)$/i.test(element.getAttribute("type") ?? "");
  }

  /**
   * JSON-LD as the shop wrote it unless people are in it; what is no JSON is redacted as text.
   * @param {string} text
   */
  function linkedData(text) {
    let data = text;
    try {
      let clean = true;
      const kept = JSON.stringify(JSON.parse(text), (key, value) => {
        const left = PERSONAL_KEYS.test(key) ? undefined : typeof value === "string" && !CODES.test(key) ? earmark.redact(value) : value;
        clean &&= left === value;
        return left;
      });
      if (!clean) data = kept;
    } catch {
      data = earmark.redact(text);
    }
    return `<script type="application/ld+json">${data.replaceAll("</", "<\\/")}</script>`;
  }

  /**
   * Writes the page into `out`, resting (yield) every few nodes.
   * @param {Document} page
   * @param {string[]} out
   * @param {Earmark.Report} report
   */
  function* write(page, out, report) {
    const base = page.baseURI;
    /** @type {(Node | string)[]} */
    const stack = [page.documentElement];
    for (let steps = 1; stack.length; steps++) {
      if (steps % NODES_BETWEEN_LOOKS === 0) yield;
      const node = /** @type {Node | string} */ (stack.pop());
      if (typeof node === "string") {
        out.push(node);
        continue;
      }
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? "";
        const clean = earmark.redact(text);
        if (clean !== text) report.texts += 1;
        out.push(escape(clean));
        continue;
      }
      if (node.nodeType !== 1) {
        if (node.nodeType === 8) report.comments += 1;
        continue;
      }
      const element = /** @type {Element} */ (node);
      const tag = element.localName;
      if (DROPPED.has(tag)) {
        if (tag === "script" && element.getAttribute("type")?.toLowerCase().startsWith("application/ld+json")) {
          out.push(linkedData(element.textContent ?? ""));
        } else if (tag === "script") report.scripts += 1;
        else if (tag === "textarea" || tag === "select") report.inputs += 1;
        else if (tag === "address") report.blocks += 1;
        continue;
      }
      if (tag === "input") {
        report.inputs += 1;
        if (/^hidden$/i.test(element.getAttribute("type") ?? "")) continue;
      }
      if (element === earmark.host || element.localName === earmark.HOST) continue;
      if (showsAccount(element, tag)) {
        report.blocks += 1;
        continue;
      }
      out.push(`<${tag}${attributes(element, tag, base)}>`);
      if (VOID.has(tag)) continue;
      stack.push(`</${tag}>`);
      const children = [...earmark.childrenOf(element)];
      for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
    }
  }

  /**
   * @param {Document} page
   * @returns {Promise<{html: string, report: Earmark.Report}>} what would be sent, and how much was taken out
   */
  earmark.scrub = async (page) => {
    /** @type {string[]} */
    const out = ["<!DOCTYPE html>"];
    const report = { scripts: 0, inputs: 0, comments: 0, blocks: 0, texts: 0 };
    let since = performance.now();
    for (const _ of write(page, out, report)) {
      if (performance.now() - since < SLICE_MS) continue;
      await new Promise((rest) => setTimeout(rest));
      since = performance.now();
    }
    return { html: out.join(""), report };
  };
})();
