/** The parts of a card, each a function of the card's data; a part with nothing to say gives null. */
(() => {
  const { el, say, articleLink, lineOf, valueOf } = earmark;

  /** @type {Record<string, "good" | "mixed" | "bad" | "none">} */
  const TONES = { "up to the job": "good", partly: "mixed", "not up to the job": "bad", "not stated": "none" };

  /** Confidence in words: at least this much for each. */
  const SURE = /** @type {const} */ ([[0.95, "sure_clear"], [0.8, "sure_likely"], [0.6, "sure_maybe"], [0, "sure_open"]]);

  earmark.tone = (/** @type {string} */ verdict) => TONES[verdict] ?? "none";
  earmark.sayVerdict = (/** @type {string} */ verdict, /** @type {string} */ purpose) =>
    say(`verdict_${earmark.tone(verdict)}`, say(`purpose_${purpose}`));
  earmark.sayConfidence = (/** @type {number} */ confidence) =>
    say(SURE.find(([least]) => confidence >= least)?.[1] ?? "sure_open");

  /**
   * @param {string} heading
   * @param {...(Node | null)} content
   */
  const part = (heading, ...content) => el("section", { class: "part firm" }, el("h3", {}, heading), ...content);

  /**
   * @param {string} heading
   * @param {...(Node | null)} content
   */
  const folded = (heading, ...content) =>
    el("details", { class: "part" }, el("summary", {}, heading), el("div", { class: "inside" }, ...content));

  /**
   * @param {string} name
   * @param {string} tone
   * @param {{text: string, evidence: number[]}[]} lines
   * @param {Earmark.View} view
   */
  function linesPart(name, tone, lines, view) {
    if (!lines.length) return null;
    const section = part(say(name), el("ul", { class: "lines" }, ...lines.map((line) => lineOf(line, view, tone))));
    section.dataset.part = name;
    return section;
  }

  /** @param {{amount: string, currency: string | null}} price */
  function money({ amount, currency }) {
    if (!currency) return amount;
    try {
      return new Intl.NumberFormat(say("language"), { style: "currency", currency }).format(Number(amount));
    } catch {
      return `${amount} ${currency}`;
    }
  }

  const sections = {
    /** @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    product({ product }, view) {
      if (!product.name && !product.price) return null;
      const evidence = (/** @type {string} */ name) => product.evidence[name] ?? [];
      const claim = (/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ className) =>
        earmark.claim(view.finder, view.finder.find(evidence(name)), className, [el("bdi", {}, text)], view.tell);
      return el(
        "div", { class: "product", "data-part": "product" },
        product.name ? el("p", { class: "name" }, claim("name", product.name, "plain")) : null,
        el(
          "p", { class: "offer" },
          product.price ? claim("price", money(product.price), "plain price") : null,
          product.availability ? claim("availability", say(`stock_${product.availability.replace(/\W/g, "_")}`) || product.availability, "plain") : null,
        ),
      );
    },

    /** The verdict for the chosen purpose, and the choice. @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    purposes({ purposes }, view) {
      if (!purposes.length) return null;
      const chosen = purposes.find(({ purpose }) => purpose === view.purpose) ?? purposes[0];
      const ordered = [chosen, ...purposes.filter((one) => one !== chosen)];
      const box = el("div", { class: "verdict-box", "data-part": "purposes" });
      const show = (/** @type {import("../shared/protocol.js").PurposeVerdict} */ one) => {
        box.dataset.verdict = earmark.tone(one.verdict);
        box.replaceChildren(
          el("p", { class: "answer" }, capital(earmark.sayVerdict(one.verdict, one.purpose))),
          el("ul", { class: "lines" }, ...one.because.map((line) => lineOf(line, view, "none"))),
        );
      };
      show(chosen);
      const choose = (/** @type {import("../shared/protocol.js").PurposeVerdict} */ one) => {
        show(one);
        view.choose(one.purpose);
        view.tell(earmark.sayVerdict(one.verdict, one.purpose));
      };
      const choice = el(
        "fieldset", { class: "purposes" }, el("legend", {}, say("otherPurposes")),
        ...ordered.map((one) =>
          el(
            "label", {},
            el("input", { type: "radio", name: "purpose", value: one.purpose, change: () => choose(one), ...(one === chosen && { checked: true }) }),
            el(
              "span", {},
              el("i", { class: "mark", "data-verdict": earmark.tone(one.verdict) }), say(`choice_${one.purpose}`),
              el("span", { class: "spoken" }, ` ${earmark.sayVerdict(one.verdict, one.purpose)}`),
            ),
          ),
        ),
      );
      return el("div", {}, box, choice);
    },

    /** @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    facts({ facts }, view) {
      if (!facts.length) return null;
      const rows = facts.map((fact) =>
        el(
          "div", { class: "fact" },
          el("dt", {}, fact.label),
          fact.contradicts.length
            ? el("dd", { class: "both" }, clash(fact, view))
            : el("dd", {}, valueOf(fact.text, fact.evidence, view, "value")),
        ),
      );
      const section = part(say("facts"), el("dl", { class: "facts" }, ...rows));
      section.dataset.part = "facts";
      return section;
    },

    /** @param {import("../shared/protocol.js").Card} card */
    notStated({ not_stated }) {
      if (!not_stated.length) return null;
      const names = not_stated.map((spec) => say(`spec_${spec}`) || spec.replaceAll("_", " "));
      return folded(say("notStated", String(names.length)), el("p", {}, names.join(" · ")), el("p", { class: "next" }, say("notStatedWhy")));
    },

    /** @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    comparison({ comparison }, view) {
      if (!comparison.length) return null;
      const side = comparison[0].this;
      const head = (/** @type {"headset" | "headphones"} */ name) =>
        el("th", { scope: "col", class: side === name ? "this" : null }, say(`side_${name}`), side === name ? ` (${say("thisOne")})` : null);
      const rows = comparison.map((row) =>
        el(
          "tr", {},
          el("th", { scope: "row" }, articleLink(row.statement, row.aspect, view)),
          el("td", { class: side === "headset" ? "this" : null }, row.headset),
          el("td", { class: side === "headphones" ? "this" : null }, row.headphones),
        ),
      );
      return folded(
        say("comparison"),
        el("table", {}, el("thead", {}, el("tr", {}, el("td", {}), head("headset"), head("headphones"))), el("tbody", {}, ...rows)),
      );
    },

    /** @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    picks({ picks }, view) {
      if (!picks.length) return null;
      const items = picks.map((pick) =>
        el("li", {}, el("b", {}, articleLink(pick.statement, pick.name, view)), pick.this ? el("span", { class: "tag" }, say("thisOne")) : null, ` ${pick.text}`),
      );
      return folded(say("picks"), el("ul", { class: "plainlist" }, ...items));
    },

    /** @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    notes({ notes }, view) {
      if (!notes.length) return null;
      const groups = ["definition", "question", "view"].flatMap((group) => {
        const lines = notes.filter((note) => note.group === group);
        return lines.length
          ? [el("p", { class: "group" }, say(`notes_${group}`)), el("ul", { class: "lines" }, ...lines.map((line) => lineOf(line, view, "none")))]
          : [];
      });
      return folded(say("notes"), ...groups);
    },

    /** @param {import("../shared/protocol.js").Card} card @param {Earmark.View} view */
    why({ classification }, view) {
      if (!classification) return null;
      const groups = /** @type {const} */ (["for", "against"]).flatMap((side) => {
        const reasons = classification[side] ?? [];
        return reasons.length
          ? [el("p", { class: "group" }, say(`speaks_${side}`)), el("ul", { class: "lines" }, ...reasons.map((one) => lineOf(one, view, side === "for" ? "good" : "bad")))]
          : [];
      });
      return groups.length ? folded(say("why"), ...groups) : null;
    },
  };

  /**
   * What the page says in two ways, side by side.
   * @param {import("../shared/protocol.js").Fact} fact
   * @param {Earmark.View} view
   */
  function clash(fact, view) {
    const values = [fact, ...fact.contradicts];
    return el(
      "div", { class: "clash" },
      el("p", {}, say("clash")),
      el("ul", {}, ...values.map((one) => el("li", {}, valueOf(one.text, one.evidence, view, "value")))),
    );
  }

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /**
   * @param {import("../shared/protocol.js").Card} card
   * @param {Earmark.View} view
   * @returns {Node[]} the card from top to bottom
   */
  earmark.sections = (card, view) =>
    [
      sections.product(card, view),
      sections.purposes(card, view),
      linesPart("strengths", "good", card.strengths, view),
      linesPart("weaknesses", "bad", card.weaknesses, view),
      linesPart("bestUse", "use", card.best_use, view),
      linesPart("caveats", "none", card.caveats, view),
      linesPart("notNeeded", "none", card.not_needed, view),
      sections.facts(card, view),
      sections.why(card, view),
      earmark.trace(view),
      sections.notStated(card),
      sections.comparison(card, view),
      sections.picks(card, view),
      sections.notes(card, view),
    ].filter((node) => node !== null);
})();
