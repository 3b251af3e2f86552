/** What of the page stands behind a line: found in this browser, written in structured data, or no longer there. */
(() => {
  /** @typedef {import("../shared/protocol.js").Evidence} Evidence */

  /** @typedef {import("../shared/protocol.js").Quote} Quote */
  /** @typedef {{start: number, end: number, quote: Quote}} Place */

  /** @param {string} text */
  const bare = (text) => earmark.fold(text).replaceAll(" ", "");

  /**
   * The words to look for, the best first: of a price its one amount will do, since clocks and offers run beside it.
   * @param {Evidence} evidence
   * @returns {Quote[]}
   */
  function quotesOf({ source, quote }) {
    const text = earmark.fold(quote.exact);
    if (source === "title") return [quote, { exact: text, prefix: "", suffix: "" }];
    const [amount, another] = source === "price" ? earmark.amounts(text) : [];
    if (!amount || another || amount === text) return [quote];
    const at = text.indexOf(amount);
    return [quote, { exact: amount, prefix: quote.prefix + text.slice(0, at), suffix: text.slice(at + amount.length) + quote.suffix }];
  }

  /**
   * @param {import("../shared/protocol.js").Card} card
   * @param {Document} page
   * @returns {Earmark.Finder}
   */
  earmark.finder = (card, page) => {
    const byId = new Map(card.evidence.map((evidence) => [evidence.id, evidence]));
    /** @type {Earmark.TextIndex | null} */
    let index = null;
    /** @type {Map<Evidence, Place | null>} */
    const places = new Map();
    /** Counts how often the page was to be searched anew. */
    let rounds = 0;

    const root = () => page.body ?? page.documentElement;
    const indexed = () => (index ??= earmark.indexText(root()));

    /** @param {Evidence} evidence */
    const placeOf = (evidence) => {
      let place = places.get(evidence);
      if (place === undefined) {
        place = null;
        for (const quote of quotesOf(evidence)) {
          const found = earmark.findQuote(indexed(), quote);
          place ??= found && { ...found, quote };
        }
        places.set(evidence, place);
      }
      return place;
    };

    /** @param {Evidence} evidence */
    const locate = (evidence) => {
      const place = placeOf(evidence);
      return place && earmark.toRange(indexed(), place.start, place.end);
    };

    /** Whether the words still stand, in what is around them, where they were found. @param {Evidence} evidence */
    const stands = (evidence) => {
      const quote = placeOf(evidence)?.quote;
      const range = locate(evidence);
      return (
        quote !== undefined && range !== null && range.startContainer.isConnected && bare(range.toString()) === bare(quote.exact) &&
        earmark.findQuote(earmark.indexText(earmark.blockOf(range)), quote) !== null
      );
    };

    const ready = async () => {
      if (index) return;
      const round = rounds;
      const whole = await earmark.inSlices(earmark.indexSteps(root()));
      if (round === rounds) index ??= whole;
    };

    /** @param {Evidence[]} list */
    const lost = async (list) => {
      const moved = list.filter((one) => !stands(one));
      if (!moved.length) return moved;
      rounds += 1;
      index = null;
      places.clear();
      await ready();
      return moved.filter((one) => locate(one) === null);
    };

    return {
      ready,
      locate,
      lost,
      show: async (evidence) => ((await lost([evidence])).length ? null : locate(evidence)),
      find: (ids) => {
        const evidence = ids.flatMap((id) => byId.get(id) ?? []);
        const data = evidence.filter((one) => !one.visible);
        const seen = evidence.filter((one) => one.visible);
        const found = seen.filter((one) => placeOf(one) !== null);
        const titled = seen.filter((one) => !found.includes(one) && isInTitle(one, page));
        return { found, titled, data, gone: seen.length > 0 && !found.length && !titled.length && !data.length };
      },
    };
  };

  /**
   * @param {Evidence} evidence
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
   * @param {(evidence: Evidence, step: string) => void} [onStep]
   * @returns {HTMLElement}
   */
  earmark.claim = (finder, found, className, content, tell, onStep) => {
    if (!found.found.length) return earmark.el("span", { class: className }, ...content);
    const quotes = [...found.found];
    let next = 0;
    const press = async (/** @type {MouseEvent} */ { detail }) => {
      let range = await finder.show(quotes[next]);
      while (!range && quotes.length > 1) {
        quotes.splice(next, 1);
        next %= quotes.length;
        range = await finder.show(quotes[next]);
      }
      if (!range) {
        tell(earmark.say("gone"));
        markGone(button);
        return;
      }
      const evidence = quotes[next];
      const { length } = quotes;
      const step = length > 1 ? earmark.say("step", String(next + 1), String(length)) : "";
      earmark.highlight(range);
      onStep?.(evidence, step);
      const words = range.toString().replace(/\s+/g, " ");
      const where = earmark.say(earmark.isShown(range) ? "shown" : "folded", words);
      const byKeys = detail === 0;
      tell([step, where, byKeys && earmark.say("comeBack")].filter(Boolean).join(". "));
      next = (next + 1) % length;
      button.dispatchEvent(new CustomEvent("earmark-shown", { bubbles: true, detail: { range, byKeys } }));
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
