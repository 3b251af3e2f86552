/** Which corner of the window the chip takes, so that it covers nothing one has to press. */
(() => {
  /** @type {Earmark.Corner[]} in order of preference */
  const CORNERS = ["bottom-end", "bottom-start", "top-end", "top-start"];

  /** From the edge of the window, as in style.js. */
  const MARGIN = 16;

  /** The shop's own windows over its page. */
  const DIALOG = "dialog, [role='dialog'], [role='alertdialog'], [aria-modal='true']";
  const PRESSED = "button, input, select, textarea, summary, [role='button'], [contenteditable='true']";
  const BUY =
    /add to (?:cart|bag|basket)|buy now|check ?out|pre-?order|(?:in den|zum) (?:warenkorb|einkaufswagen)|kaufen|kasse|ajouter au panier|acheter|añadir al? (?:carrito|cesta)|comprar|aggiungi al carrello|acquista|adicionar|koop|winkelwagen|do koszyka|kup teraz|в корзину|купить|カート|购物车|加入/i;

  /** How much harm a chip does over these; from a buy button on it leaves a corner that it stands in. */
  const OVER_DIALOG = 3;
  const OVER_BUY = 2;
  const OVER_BUTTON = 1;

  /** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
  /** @typedef {{element: Element, box: Box}} Thing */

  /**
   * @param {Earmark.Corner} corner
   * @param {DOMRect} box
   * @returns {Box}
   */
  function boxIn(corner, { width, height }) {
    const right = corner.endsWith("end") !== (earmark.say("direction") === "rtl");
    const left = right ? innerWidth - MARGIN - width : MARGIN;
    const top = corner.startsWith("bottom") ? innerHeight - MARGIN - height : MARGIN;
    return { left, top, right: left + width, bottom: top + height };
  }

  /** @param {Box} a @param {Box} b @returns {Box} what both cover, if anything */
  const both = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });

  /** @param {Box} box */
  const isEmpty = (box) => box.right <= box.left || box.bottom <= box.top;

  /** What in the window may be in the way. @returns {Thing[]} */
  function things() {
    const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    return earmark
      .roots()
      .flatMap((root) => [...root.querySelectorAll(`${DIALOG}, ${PRESSED}, a`)])
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => !isEmpty(both(box, view)));
  }

  /** @param {Element} element */
  function harmOver(element) {
    if (element.matches(DIALOG)) return OVER_DIALOG;
    const words = `${element.textContent?.slice(0, 80)} ${element.getAttribute("value") ?? ""} ${element.getAttribute("aria-label") ?? ""}`;
    if (BUY.test(words)) return OVER_BUY;
    return element.matches(PRESSED) ? OVER_BUTTON : 0;
  }

  /**
   * Whether a press there would reach the element, in whatever open shadow root it is.
   * @param {Element} element
   * @param {Box} box
   */
  function isInFront(element, { left, top, right, bottom }) {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    let at = document.elementFromPoint(x, y);
    for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at; inner = at?.shadowRoot?.elementFromPoint(x, y)) at = inner;
    for (let node = /** @type {Node | null} */ (at); node; node = node.parentNode ?? /** @type {ShadowRoot} */ (node).host ?? null) {
      if (node === element) return true;
    }
    return false;
  }

  /**
   * @param {Earmark.Corner} corner
   * @param {DOMRect} box
   * @param {Thing[]} all
   */
  function harmIn(corner, box, all) {
    const place = boxIn(corner, box);
    const covered = all
      .map((thing) => ({ ...thing, box: both(thing.box, place) }))
      .filter((thing) => !isEmpty(thing.box))
      .map((thing) => ({ ...thing, harm: harmOver(thing.element) }))
      .filter((thing) => thing.harm > 0)
      .sort((a, b) => b.harm - a.harm);
    return covered.find((thing) => isInFront(thing.element, thing.box))?.harm ?? 0;
  }

  /**
   * @param {DOMRect} box of the chip
   * @param {Earmark.Corner | null} taken the corner it stands in and keeps unless it does much harm there
   * @returns {Earmark.Corner} the first corner of the least harm
   */
  earmark.freeCorner = (box, taken) => {
    const all = things();
    if (taken && harmIn(taken, box, all) < OVER_BUY) return taken;
    /** @type {Earmark.Corner} */
    let best = CORNERS[0];
    let least = Infinity;
    for (const corner of CORNERS) {
      const found = harmIn(corner, box, all);
      if (found < least) [best, least] = [corner, found];
      if (least === 0) break;
    }
    return best;
  };
})();
