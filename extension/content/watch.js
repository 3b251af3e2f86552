/** Whether the page is still the one that was read: only while something of it is shown, or on an allowed shop. */
(() => {
  /** Twice within the 300 ms in which a change has to show; a look compares some strings. */
  const EVERY_MS = 140;

  /** A page that redraws the same words all the time is searched through less and less often. */
  const FIRST_PATIENCE_MS = 250;
  const LAST_PATIENCE_MS = 4000;

  /** So many more rows of tables are a specification that came late. */
  const LATE_ROWS = 3;

  /** The words of a card are few; more would only cost. */
  const MAX_WORDS = 60;

  /** What a press on a tab or a fold takes from the page is folded away, not changed. */
  const FOLDS = "summary, [role='tab'], [aria-expanded]";
  const CHOICES = "option, [role='option'], [role='radio'], [role='menuitemradio']";
  const FOLD_MS = 1500;

  /** The first price after the headline is the product's own; what stands with it in so short a text is part of it. */
  const MAX_OFFER = 200;
  const PRICES = "[itemprop='price'], [class*='price'], [class*='Price'], [data-price]";

  /** What structured data say of the product and its variant; reviews and the like may come and go. */
  const TOLD = /"(?:sku|mpn|gtin\d*|productID|price|lowPrice|color|model)"\s{0,9}:\s{0,9}(?:"[^"]{0,80}"|[\d.]{1,20})/g;

  /** Where there is no price yet, the whole page would have to be searched for it at each look. */
  const OFFER_EVERY_MS = 2000;

  /** To find a dialog that did not take the focus the whole page is searched, so not at each look. */
  const DIALOG_EVERY = 6;
  const DIALOG = "dialog[open], [aria-modal='true']";

  const hasDialog = () => [...document.querySelectorAll(DIALOG)].some((one) => one.checkVisibility({ visibilityProperty: true }));
  const heading = () => document.querySelector("h1");
  const headingText = () => earmark.fold(heading()?.textContent ?? document.title).trim();
  const told = (/** @type {string[]} */ texts) => texts.flatMap((text) => text.match(TOLD) ?? []).join().replace(/\s/g, "");
  const amounts = (/** @type {Element | null} */ offer) => earmark.amounts(earmark.fold(offer?.textContent ?? "")).join().replaceAll(" ", "");

  /** @returns {Element | null} */
  function findOffer() {
    const after = heading();
    const price = [...document.querySelectorAll(PRICES)].find(
      (one) => amounts(one) && (!after || after.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
    const around = price?.parentElement;
    return around && (around.textContent ?? "").length <= MAX_OFFER ? around : price ?? null;
  }

  /**
   * What every product page has: headline, prices, rows, structured data.
   * @returns {() => boolean} whether they still say the same
   */
  function sketch() {
    const rows = document.getElementsByTagName("tr");
    const terms = document.getElementsByTagName("dt");
    const scripts = document.getElementsByTagName("script");
    const dataTexts = () => [...scripts].filter((one) => one.type === "application/ld+json").map((one) => one.textContent ?? "");

    const title = headingText();
    const count = rows.length + terms.length;
    let offer = findOffer();
    let soughtAt = performance.now();
    const asked = amounts(offer);
    let texts = dataTexts();
    const data = told(texts);

    const sameOffer = () => {
      const now = performance.now();
      if (offer ? !offer.isConnected : now - soughtAt > OFFER_EVERY_MS) {
        offer = findOffer();
        soughtAt = now;
      }
      return amounts(offer) === asked;
    };
    const sameData = () => {
      const now = dataTexts();
      if (now.length === texts.length && now.every((text, at) => text === texts[at])) return true;
      texts = now;
      return told(texts) === data;
    };
    return () => headingText() === title && rows.length + terms.length < count + LATE_ROWS && sameOffer() && sameData();
  }

  /**
   * The blocks of the page that a card's words stand in.
   * @param {import("../shared/protocol.js").Card} card
   * @param {Earmark.Finder} finder
   * @returns {(mayBeFolded: boolean) => Promise<boolean>} whether the words still stand; those that are gone are let go
   */
  function holding(card, finder) {
    let words = card.evidence.filter((one) => one.visible).slice(0, MAX_WORDS);
    /** @type {Map<Node, string | null>} */
    let blocks = new Map();
    let patience = FIRST_PATIENCE_MS;
    let searchedAt = -LAST_PATIENCE_MS;

    const settle = () => {
      const ranges = words.flatMap((one) => finder.locate(one) ?? []);
      blocks = new Map(ranges.map(earmark.blockOf).map((block) => [block, block.textContent]));
    };
    words = words.filter((one) => finder.locate(one));
    settle();

    return async (mayBeFolded) => {
      if (![...blocks].some(([block, text]) => !block.isConnected || block.textContent !== text)) return true;
      if (performance.now() - searchedAt < patience) return true;
      searchedAt = performance.now();
      const gone = await finder.lost(words);
      words = words.filter((one) => !gone.includes(one));
      settle();
      patience = gone.length ? FIRST_PATIENCE_MS : Math.min(2 * patience, LAST_PATIENCE_MS);
      return gone.length === 0 || mayBeFolded;
    };
  }

  const standing = async () => true;

  /**
   * Begins at the moment the page is read.
   * @param {{changed(): void, dialog(): void, look(): boolean}} on `look` is called before each look, and may say no
   * @returns {Earmark.Watch}
   */
  earmark.watch = (on) => {
    let isSame = sketch();
    /** @type {(mayBeFolded: boolean) => Promise<boolean>} */
    let stands = standing;
    let looks = 0;
    let dialog = hasDialog();
    let foldedAt = -FOLD_MS;
    let looking = false;
    const end = new AbortController();

    const folds = (/** @type {Event} */ { target }) => {
      const isFold = target instanceof Element && target.closest(FOLDS) && !target.closest(CHOICES);
      foldedAt = isFold ? performance.now() : -FOLD_MS;
    };
    const look = async () => {
      if (looking || !on.look()) return;
      looking = true;
      const before = dialog;
      if (document.activeElement?.closest(DIALOG)) dialog = true;
      else if (++looks % DIALOG_EVERY === 0) dialog = hasDialog();
      if (dialog && !before) on.dialog();
      const same = isSame() && (await stands(performance.now() - foldedAt < FOLD_MS));
      looking = false;
      if (same || end.signal.aborted) return;
      isSame = sketch();
      stands = standing;
      on.changed();
    };
    const timer = setInterval(look, EVERY_MS);
    addEventListener("click", folds, { capture: true, passive: true, signal: end.signal });
    return {
      hold: (card, finder) => {
        stands = holding(card, finder);
      },
      stop: () => {
        clearInterval(timer);
        end.abort();
      },
    };
  };
})();
