/** Looks whether the page is still the one that was read: only while something of it is shown, or on an allowed shop. */
(() => {
  /** Twice within the 300 ms in which a change has to show; a look compares some strings. */
  const EVERY_MS = 140;

  /** A page that redraws itself all the time is not read anew at each look. */
  const READ_AGAIN_MS = 1000;

  /** So many more rows of tables are a specification that came late. */
  const LATE_ROWS = 3;

  /** The words of a card are few; more would only cost. */
  const MAX_WORDS = 60;

  const DIALOG = "dialog[open], [aria-modal='true']";

  const heading = () => earmark.fold(document.querySelector("h1")?.textContent ?? document.title).trim();
  const rows = () => document.querySelectorAll("table tr, dl dt").length;
  const data = () => [...document.querySelectorAll("script[type='application/ld+json']")].map((one) => one.textContent?.length).join();
  const hasDialog = () => [...document.querySelectorAll(DIALOG)].some((one) => one.checkVisibility({ visibilityProperty: true }));

  /**
   * Where the card's words stand, as live ranges: what changes in them changes what they say.
   * @param {import("../shared/protocol.js").Card} card
   * @param {Earmark.Finder} finder
   */
  const places = (card, finder) =>
    card.evidence.filter((one) => one.visible).slice(0, MAX_WORDS).flatMap((evidence) => {
      const range = finder.locate(evidence);
      return range ? [{ evidence, range, text: range.toString() }] : [];
    });

  /**
   * @param {{card: import("../shared/protocol.js").Card, finder: Earmark.Finder} | null} shown null: no card to compare with
   * @param {{changed(): void, dialog(): void, look(): boolean}} on `look` is called before each look, and may say no
   * @returns {() => void} ends it
   */
  earmark.watch = (shown, on) => {
    const before = { heading: heading(), rows: rows(), data: data() };
    let words = shown ? places(shown.card, shown.finder) : [];
    let readAt = -READ_AGAIN_MS;
    let dialog = hasDialog();

    /** Words drawn anew are found again; words that say something else are not. */
    const said = () => {
      if (!shown || words.every((one) => one.range.toString() === one.text)) return true;
      if (performance.now() - readAt < READ_AGAIN_MS) return true;
      readAt = performance.now();
      shown.finder.again();
      const found = places(shown.card, shown.finder);
      const same = found.length >= words.length;
      words = found;
      return same;
    };

    const timer = setInterval(() => {
      if (!on.look()) return;
      const covered = hasDialog();
      if (covered && !dialog) on.dialog();
      dialog = covered;
      const same = heading() === before.heading && rows() < before.rows + LATE_ROWS && (shown !== null || data() === before.data) && said();
      if (!same) on.changed();
    }, EVERY_MS);
    return () => clearInterval(timer);
  };
})();
