/** A scrubbed copy of the page, written out while it is walked: what is not on a list here never gets into it. */
(() => {
  const DROPPED = new Set([
    "script", "style", "noscript", "template", "textarea", "select", "datalist", "iframe", "frame", "object", "embed",
    "svg", "canvas", "video", "audio", "math", "address", earmark.HOST,
  ]);
  const VOID = new Set(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);

  /** A class that matches on a block longer than this is the page's frame, not an account block. */
  const MAX_ACCOUNT = 4000;

  /** The page's frame is never an account block, whatever it is called. */
  const FRAME = new Set(["html", "head", "body", "main"]);

  const PERSONAL_KEYS = /^(?:telephone|email|faxNumber|address|streetAddress|contactPoint|author|creator)$/;

  /** Keys of numbers that name a product and may look like a telephone's. */
  const CODES = /^(?:sku|mpn|gtin\d*|productID)$/;

  const ELEMENT = 1;
  const TEXT = 3;

  /** How many nodes take far less than a slice, so that the clock need not be read at each. */
  const NODES_BETWEEN_LOOKS = 200;

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
   * Whether an element whose name says so is a block that shows the shopper's account.
   * @param {Element} element
   * @param {string} tag
   */
  const isAccount = (element, tag) =>
    !FRAME.has(tag) && (element.textContent ?? "").length < MAX_ACCOUNT && !element.querySelector("h1, [itemtype], [itemprop]");

  /**
   * What stands in place of an element that is left out.
   * @param {Element} element
   * @param {string} tag
   * @param {Earmark.Report} report
   */
  function leaveOut(element, tag, report) {
    if (tag === "script" && element.getAttribute("type")?.toLowerCase().startsWith("application/ld+json")) {
      return linkedData(element.textContent ?? "");
    }
    if (tag === "script") report.scripts += 1;
    else if (tag === "textarea" || tag === "select") report.inputs += 1;
    else if (tag === "address") report.blocks += 1;
    return "";
  }

  /** @param {Document} page */
  function countComments(page) {
    const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  }

  /**
   * Writes the page, resting (yield) every few nodes.
   * @param {Document} page
   * @param {Earmark.Scrubbed} copy what is written goes to the end of its `html`
   */
  function* write(page, copy) {
    const attributes = earmark.attributeWriter(page.baseURI);
    const { report } = copy;
    const say = (/** @type {string} */ text) => {
      const clean = earmark.redact(text);
      if (clean !== text) report.texts += 1;
      return earmark.escape(clean);
    };
    /** Nodes, and the ends of the elements that are open. @type {(Node | string)[]} */
    const stack = [page.documentElement];
    for (let steps = 1; stack.length; steps++) {
      if (steps % NODES_BETWEEN_LOOKS === 0) yield;
      const node = /** @type {Node | string} */ (stack.pop());
      if (typeof node === "string") {
        copy.html += node;
        continue;
      }
      if (node.nodeType === TEXT) {
        copy.html += say(/** @type {Text} */ (node).data);
        continue;
      }
      if (node.nodeType !== ELEMENT) continue;
      const element = /** @type {Element} */ (node);
      const tag = element.localName;
      if (DROPPED.has(tag)) {
        copy.html += leaveOut(element, tag, report);
        continue;
      }
      if (tag === "input") {
        report.inputs += 1;
        if (/^hidden$/i.test(element.getAttribute("type") ?? "")) continue;
      }
      let names = attributes(element, tag);
      if (names === null) {
        if (isAccount(element, tag)) {
          report.blocks += 1;
          continue;
        }
        names = attributes(element, tag, true) ?? "";
      }
      if (VOID.has(tag)) copy.html += `<${tag}${names}>`;
      else if (element.firstElementChild || element.shadowRoot) {
        copy.html += `<${tag}${names}>`;
        stack.push(`</${tag}>`);
        earmark.pushChildren(stack, element);
      } else copy.html += `<${tag}${names}>${say(element.textContent ?? "")}</${tag}>`;
    }
  }

  /**
   * What would be sent, and how much was taken out.
   * @param {Document} page
   * @param {(piece: string) => void} deliver takes the copy in pieces, as they are written
   */
  earmark.scrub = async (page, deliver) => {
    /** @type {Earmark.Scrubbed} */
    const copy = { html: "<!DOCTYPE html>", report: { scripts: 0, inputs: 0, comments: countComments(page), blocks: 0, texts: 0 } };
    await earmark.inSlices(write(page, copy), () => {
      deliver(copy.html);
      copy.html = "";
    });
    return copy.report;
  };

  /** @param {Document} page */
  earmark.scrubWhole = async (page) => {
    let html = "";
    const report = await earmark.scrub(page, (piece) => (html += piece));
    return { html, report };
  };
})();
