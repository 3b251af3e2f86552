/** The page's visible text with the way back from it to the text nodes, cut into blocks as the service cuts it. */
(() => {
  const UNSEEN = new Set([
    "script", "style", "noscript", "template", "textarea", "select", "iframe", "head", "svg", "object", "canvas",
    "video", "audio", "math",
  ]);
  const INLINE = new Set([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "img", "ins",
    "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
  ]);

  const ELEMENT = 1;
  const TEXT = 3;

  /** So many take far less than a slice of time. */
  const NODES_BETWEEN_RESTS = 500;

  /** Between blocks; no quote has it, so none is found across two blocks. */
  const BREAK = "\n";

  /** @type {Record<string, string>} */
  const FOLDED = {};
  for (const mark of "‘’‚‛ʼ′`´") FOLDED[mark] = "'";
  for (const mark of "“”„‟«»″") FOLDED[mark] = '"';
  for (const mark of "‐‑‒–—―−﹣－") FOLDED[mark] = "-";
  for (const mark of "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff") FOLDED[mark] = "";

  const FOLDABLE = /[^\S ]|  |[‘’‚‛ʼ′`´“”„‟«»″‐‑‒–—―−﹣－\u200b-\u200f\u2060\u00ad\ufeff]/;
  const TO_FOLD = /[‘’‚‛ʼ′`´“”„‟«»″‐‑‒–—―−﹣－\u200b-\u200f\u2060\u00ad\ufeff]/g;

  /**
   * White space as one space, quotation marks and dashes as plain ones, invisible marks gone.
   * @param {string} text
   */
  earmark.fold = (text) => (FOLDABLE.test(text) ? text.replace(TO_FOLD, (mark) => FOLDED[mark]).replace(/\s+/g, " ") : text);

  /** The page's own open shadow roots that were come across. @type {Set<ShadowRoot>} */
  const openRoots = new Set();

  /** The page and what is open to see in it. @returns {(Document | ShadowRoot)[]} */
  earmark.roots = () => {
    for (const root of openRoots) if (!root.isConnected) openRoots.delete(root);
    return [document, ...openRoots];
  };

  /**
   * Puts on a stack what the page shows inside an element, the first on top: the text of its own open shadow root, then
   * its children.
   * @param {unknown[]} stack
   * @param {Element} element
   */
  earmark.pushChildren = (stack, element) => {
    for (let child = element.lastChild; child; child = child.previousSibling) stack.push(child);
    const root = element.shadowRoot;
    if (root) openRoots.add(root);
    for (let child = root?.lastChild; child; child = child.previousSibling) stack.push(child);
  };

  /**
   * The text of a part of the page, resting (yield) every few nodes.
   * @param {Node} root
   * @returns {Generator<void, Earmark.TextIndex>} `text` folded, and which node begins where in it
   */
  earmark.indexSteps = function* (root) {
    /** @type {Text[]} */
    const nodes = [];
    /** @type {number[]} */
    const starts = [];
    let text = "";
    let last = BREAK;

    const breakBlock = () => {
      if (last !== BREAK) text += last = BREAK;
    };

    /** @type {(Node | null)[]} a null ends a block */
    const stack = [root];
    for (let steps = 1; stack.length; steps++) {
      if (steps % NODES_BETWEEN_RESTS === 0) yield;
      const node = /** @type {Node | null} */ (stack.pop());
      if (node === null) {
        breakBlock();
      } else if (node.nodeType === TEXT) {
        let part = earmark.fold(/** @type {Text} */ (node).data);
        if (part.startsWith(" ") && (last === " " || last === BREAK)) part = part.slice(1);
        if (!part) continue;
        nodes.push(/** @type {Text} */ (node));
        starts.push(text.length);
        text += part;
        last = part[part.length - 1];
      } else if (node.nodeType === ELEMENT) {
        const tag = /** @type {Element} */ (node).localName;
        if (tag === "br") breakBlock();
        if (UNSEEN.has(tag) || tag === earmark.HOST) continue;
        if (!node.firstChild && !(/** @type {Element} */ (node).shadowRoot)) continue;
        if (!INLINE.has(tag)) {
          breakBlock();
          stack.push(null);
        }
        earmark.pushChildren(stack, /** @type {Element} */ (node));
      }
    }
    return { text, nodes, starts };
  };

  /** @param {Node} root */
  earmark.indexText = (root) => earmark.atOnce(earmark.indexSteps(root));

  /**
   * @param {Earmark.TextIndex} index
   * @param {number} start
   * @param {number} end
   * @returns {Range | null} null where the page has emptied these nodes since
   */
  earmark.toRange = (index, start, end) => {
    const first = nodeAt(index.starts, start);
    const final = nodeAt(index.starts, end - 1);
    if (!index.nodes[first].length || !index.nodes[final].length) return null;
    const range = document.createRange();
    range.setStart(index.nodes[first], rawOffset(index, first, start));
    range.setEnd(index.nodes[final], rawOffset(index, final, end - 1) + 1);
    return range;
  };

  /** The block that words stand in. @param {Range} range */
  earmark.blockOf = ({ commonAncestorContainer }) => {
    let node = commonAncestorContainer;
    while (node.parentElement && (node.nodeType === TEXT || INLINE.has(/** @type {Element} */ (node).localName))) node = node.parentElement;
    return node;
  };

  /**
   * @param {number[]} starts
   * @param {number} at
   */
  function nodeAt(starts, at) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Where in its node's own data the character at `at` of the folded text stands.
   * @param {Earmark.TextIndex} index
   * @param {number} which
   * @param {number} at
   */
  function rawOffset(index, which, at) {
    const { data } = index.nodes[which];
    const whole = earmark.fold(data);
    const dropped = whole.startsWith(" ") && index.text[index.starts[which]] !== " " ? 1 : 0;
    const wanted = at - index.starts[which] + dropped;
    let low = 0;
    let high = data.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (earmark.fold(data.slice(0, middle + 1)).length > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
})();
