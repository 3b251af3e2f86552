/** Shows words of the page without touching it: the CSS Custom Highlight API. */
(() => {
  const NAME = "earmark-evidence";

  /** @param {Range} range */
  earmark.isShown = (range) =>
    range.startContainer.parentElement?.checkVisibility() === true &&
    [...range.getClientRects()].some((box) => box.width > 0 && box.height > 0);

  /** @param {Range} range */
  earmark.highlight = (range) => {
    CSS.highlights.set(NAME, new Highlight(range));
    const holder = range.startContainer.parentElement;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    holder?.scrollIntoView({ block: "center", inline: "nearest", behavior: still ? "auto" : "smooth" });
  };

  earmark.clearHighlight = () => CSS.highlights.delete(NAME);
})();
