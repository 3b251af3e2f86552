/** A line of a card and a value of a fact: text, its words on the page, its place in the article. */
(() => {
  const { el, say } = earmark;

  /**
   * @param {string} statement
   * @param {string} words
   * @param {Earmark.View} view
   */
  earmark.articleLink = (statement, words, view) => {
    const open = (/** @type {Event} */ event) => {
      event.preventDefault();
      view.openArticle(statement);
    };
    const href = earmark.api.runtime.getURL(`${say("article")}#${encodeURIComponent(statement)}`);
    return el("a", { href, click: open, auxclick: open, "aria-label": say("inArticle", words) }, words);
  };

  /**
   * A line of advice with its words on the page and its place in the article.
   * @param {{text: string, evidence: number[], statement?: string, section?: string}} line
   * @param {Earmark.View} view
   * @param {string} tone
   */
  earmark.lineOf = (line, view, tone) => {
    const found = view.finder.find(line.evidence ?? []);
    const link = line.statement ? earmark.articleLink(line.statement, line.section || line.statement, view) : null;
    if (found.found.length) {
      const first = found.found[0];
      const words = el("bdi", {}, first.quote.exact);
      const source = el("span", {}, earmark.sourceName(first.source));
      const count = el("span", {}, found.found.length > 1 ? say("places", String(found.found.length)) : "");
      const claim = earmark.claim(
        view.finder, found, "claim",
        [el("span", { class: "claim-text" }, line.text), el("span", { class: "proof" }, el("span", { class: "quote" }, words))],
        view.tell,
        (evidence, step) => {
          words.textContent = evidence.quote.exact;
          source.textContent = earmark.sourceName(evidence.source);
          if (step) count.textContent = step;
        },
      );
      return el("li", { class: "line", "data-tone": tone }, claim, el("div", { class: "line-foot" }, source, count.textContent ? count : null, link));
    }
    const words = found.titled[0] ?? found.data[0];
    const tag = found.titled.length ? say("inTitle") : found.data.length ? say("structured") : found.gone ? say("gone") : null;
    return el(
      "li", { class: found.gone ? "line gone" : "line", "data-tone": tone },
      el("span", { class: "claim-text" }, line.text),
      words ? el("span", { class: "proof" }, el("span", { class: "quote" }, el("bdi", {}, words.quote.exact))) : null,
      el("div", { class: "line-foot" }, tag && el("span", { class: "tag" }, tag), link),
    );
  };

  /**
   * A value that leads to its words where the browser finds them, with the reason where it does not.
   * @param {string} text
   * @param {number[]} evidence
   * @param {Earmark.View} view
   * @param {string} className
   */
  earmark.valueOf = (text, evidence, view, className) => {
    const found = view.finder.find(evidence);
    const value = earmark.claim(view.finder, found, className, [el("bdi", {}, text)], view.tell);
    const source = found.found[0] ?? found.titled[0];
    const why = source ? earmark.sourceName(source.source) : found.data.length ? say("structured") : found.gone ? say("gone") : "";
    return el("span", { class: found.gone ? "gone" : null }, value, why ? el("span", { class: "source" }, ` · ${why}`) : null);
  };
})();
