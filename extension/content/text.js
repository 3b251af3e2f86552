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

  /** Between blocks; no quote has it, so none is found across two blocks. */
  const BREAK = "\n";

  /** @type {Record<string, string>} */
  const FOLDED = {};
  for (const mark of "‘’‚‛ʼ′`´") FOLDED[mark] = "'";
  for (const mark of "“”„‟«»″") FOLDED[mark] = '"';
  for (const mark of "‐‑‒–—―−﹣－") FOLDED[mark] = "-";
  for (const mark of "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff") FOLDED[mark] = "";

  const TO_FOLD = /[‘’‚‛ʼ′`´“”„‟«»″‐‑‒–—―−﹣－\u200b-\u200f\u2060\u00ad\ufeff]/g;

  /**
   * White space as one space, quotation marks and dashes as plain ones, invisible marks gone.
   * @param {string} text
   */
  earmark.fold = (text) => text.replace(TO_FOLD, (mark) => FOLDED[mark]).replace(/\s+/g, " ");

  /**
   * What the page shows inside an element: the text of its own open shadow root before its children.
   * @param {Node} node
   * @returns {Iterable<Node>}
   */
  earmark.childrenOf = (node) => {
    const root = /** @type {Element} */ (node).shadowRoot;
    return root ? [...root.childNodes, ...node.childNodes] : node.childNodes;
  };

  /**
   * @param {Node} root
   * @returns {Earmark.TextIndex} `text` folded, and which node begins where in it
   */
  earmark.indexText = (root) => {
    /** @type {Text[]} */
    const nodes = [];
    /** @type {number[]} */
    const starts = [];
    /** @type {string[]} */
    const parts = [];
    let length = 0;
    let last = BREAK;

    const breakBlock = () => {
      if (last === BREAK) return;
      parts.push(BREAK);
      length += 1;
      last = BREAK;
    };

    /** @type {(Node | null)[]} a null ends a block */
    const stack = [root];
    while (stack.length) {
      const node = /** @type {Node | null} */ (stack.pop());
      if (node === null) {
        breakBlock();
      } else if (node.nodeType === 3) {
        let text = earmark.fold(/** @type {Text} */ (node).data);
        if (text.startsWith(" ") && (last === " " || last === BREAK)) text = text.slice(1);
        if (!text) continue;
        nodes.push(/** @type {Text} */ (node));
        starts.push(length);
        parts.push(text);
        length += text.length;
        last = text[text.length - 1];
      } else if (node.nodeType === 1) {
        const tag = /** @type {Element} */ (node).localName;
        if (tag === "br") breakBlock();
        if (UNSEEN.has(tag) || tag === earmark.HOST) continue;
        const children = [...earmark.childrenOf(node)];
        if (!children.length) continue;
        if (!INLINE.has(tag)) {
          breakBlock();
          stack.push(null);
        }
        for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
      }
    }
    return { text: parts.join(""), nodes, starts };
  };

  /**
   * @param {Earmark.TextIndex} index
   * @param {number} start
   * @param {number} end
   * @returns {Range}
   */
  earmark.toRange = (index, start, end) => {
    const range = document.createRange();
    const first = nodeAt(index.starts, start);
    const final = nodeAt(index.starts, end - 1);
    range.setStart(index.nodes[first], rawOffset(index, first, start));
    range.setEnd(index.nodes[final], rawOffset(index, final, end - 1) + 1);
    return range;
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
