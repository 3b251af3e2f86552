/** What of the page stands behind a line: found in this browser, written in structured data, or no longer there. */
(() => {

  /**
   * @param {import("../shared/protocol.js").Card} card
   * @param {Document} page
   * @returns {Earmark.Finder}
   */
  earmark.finder = (card, page) => {
    const byId = new Map(card.evidence.map((evidence) => [evidence.id, evidence]));
    let index = earmark.indexText(page.body ?? page.documentElement);

    /** @param {import("../shared/protocol.js").Evidence} evidence */
    const locate = (evidence) => {
      const place = earmark.findQuote(index, evidence.quote);
      if (place) return earmark.toRange(index, place.start, place.end);
      if (evidence.source !== "title") return null;
      const anywhere = earmark.findQuote(index, { exact: evidence.quote.exact, prefix: "", suffix: "" });
      return anywhere && earmark.toRange(index, anywhere.start, anywhere.end);
    };

    return {
      /** The words may have been redrawn since: look again. */
      again: () => {
        index = earmark.indexText(page.body ?? page.documentElement);
      },
      locate,
      find: (ids) => {
        const evidence = ids.flatMap((id) => byId.get(id) ?? []);
        const data = evidence.filter((one) => !one.visible);
        const seen = evidence.filter((one) => one.visible);
        const found = seen.filter((one) => locate(one) !== null);
        const titled = seen.filter((one) => !found.includes(one) && isInTitle(one, page));
        return { found, titled, data, gone: seen.length > 0 && !found.length && !titled.length && !data.length };
      },
    };
  };

  /**
   * @param {import("../shared/protocol.js").Evidence} evidence
   * @param {Document} page
   */
  function isInTitle(evidence, page) {
    return evidence.source === "title" && earmark.fold(page.title).includes(earmark.fold(evidence.quote.exact).trim());
  }

  /**
   * Something that may be pressed to see its words on the page, where they are found.
   * @param {Earmark.Finder} finder
   * @param {Earmark.Found} found
   * @param {string} className
   * @param {(Node | string)[]} content
   * @param {(message: string) => void} tell
   * @param {(evidence: import("../shared/protocol.js").Evidence, step: string) => void} [onStep]
   * @returns {HTMLElement}
   */
  earmark.claim = (finder, found, className, content, tell, onStep) => {
    if (!found.found.length) return earmark.el("span", { class: className }, ...content);
    let next = 0;
    const press = () => {
      const { length } = found.found;
      const evidence = found.found[next];
      let range = finder.locate(evidence);
      if (!range || !range.startContainer.isConnected) {
        finder.again();
        range = finder.locate(evidence);
      }
      if (!range) {
        tell(earmark.say("gone"));
        markGone(button);
        return;
      }
      const step = length > 1 ? earmark.say("step", String(next + 1), String(length)) : "";
      earmark.highlight(range);
      onStep?.(evidence, step);
      const words = range.toString().replace(/\s+/g, " ");
      const where = earmark.say(earmark.isShown(range) ? "shown" : "folded", words);
      tell(step ? `${step}. ${where}` : where);
      next = (next + 1) % length;
      button.dispatchEvent(new CustomEvent("earmark-shown", { bubbles: true, detail: range }));
    };
    const button = earmark.el("button", { type: "button", class: className, click: press }, ...content);
    return button;
  };

  /** @param {HTMLElement} button */
  function markGone(button) {
    const line = button.closest(".line, .fact, p") ?? button;
    line.classList.add("gone");
    button.setAttribute("disabled", "");
    button.append(" ", earmark.el("span", { class: "tag" }, earmark.say("gone")));
  }

  earmark.sourceName = (/** @type {string} */ source) => earmark.say(`source_${source.replace("-", "_")}`) || source;

})();
