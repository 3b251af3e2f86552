/** Which corner of the window the chip takes, so that it covers nothing one has to press. */
(() => {
  /** @type {Earmark.Corner[]} in order of preference */
  const CORNERS = ["bottom-end", "bottom-start", "top-end", "top-start"];

  /** Points across the box; a button is wider than the gaps between them. */
  const COLUMNS = 5;
  const ROWS = 3;

  /** From the edge of the window, as in style.js. */
  const MARGIN = 16;

  const PRESSED = "button, input, select, textarea, summary, [role='button'], [contenteditable='true']";
  const BUY =
    /add to (?:cart|bag|basket)|buy now|check ?out|pre-?order|(?:in den|zum) (?:warenkorb|einkaufswagen)|kaufen|kasse|ajouter au panier|acheter|añadir al? (?:carrito|cesta)|comprar|aggiungi al carrello|acquista|adicionar|koop|winkelwagen|do koszyka|kup teraz|в корзину|купить|カート|购物车|加入/i;

  /**
   * @param {Earmark.Corner} corner
   * @param {DOMRect} box
   */
  function boxIn(corner, box) {
    const right = corner.endsWith("end") !== (earmark.say("@@bidi_dir") === "rtl");
    return {
      x: right ? innerWidth - MARGIN - box.width : MARGIN,
      y: corner.startsWith("bottom") ? innerHeight - MARGIN - box.height : MARGIN,
    };
  }

  /** The shop's own windows over its page. */
  const DIALOG = "dialog, [role='dialog'], [role='alertdialog'], [aria-modal='true']";

  /**
   * What one would press there, inside open shadow roots too.
   * @param {number} x
   * @param {number} y
   */
  function elementAt(x, y) {
    let at = document.elementFromPoint(x, y);
    for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at; inner = at?.shadowRoot?.elementFromPoint(x, y)) at = inner;
    return at;
  }

  /**
   * 3: a dialog of the shop stands there, 2: a way to buy, 1: something else to press, 0: nothing.
   * @param {Earmark.Corner} corner
   * @param {DOMRect} box
   */
  function harm(corner, box) {
    const { x, y } = boxIn(corner, box);
    let worst = 0;
    for (let column = 0; column < COLUMNS; column++) {
      for (let row = 0; row < ROWS; row++) {
        const at = elementAt(x + (box.width * column) / (COLUMNS - 1), y + (box.height * row) / (ROWS - 1));
        if (at?.closest(DIALOG)) return 3;
        const pressed = at?.closest(`${PRESSED}, a`);
        if (!pressed) continue;
        const words = `${pressed.textContent?.slice(0, 80)} ${pressed.getAttribute("value") ?? ""} ${pressed.getAttribute("aria-label") ?? ""}`;
        if (BUY.test(words)) worst = 2;
        else if (pressed.matches(PRESSED)) worst = Math.max(worst, 1);
      }
    }
    return worst;
  }

  /** From here on a corner is no place for a chip that already stands in it. */
  const MUCH = 2;

  /**
   * @param {DOMRect} box of the chip
   * @param {Earmark.Corner | null} taken the corner it stands in and keeps unless it does much harm there
   * @returns {Earmark.Corner} the first corner of the least harm
   */
  earmark.freeCorner = (box, taken) => {
    if (taken && harm(taken, box) < MUCH) return taken;
    /** @type {Earmark.Corner} */
    let best = CORNERS[0];
    let least = Infinity;
    for (const corner of CORNERS) {
      const found = harm(corner, box);
      if (found < least) [best, least] = [corner, found];
      if (least === 0) break;
    }
    return best;
  };
})();
