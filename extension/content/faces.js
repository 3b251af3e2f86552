/** What chip and card show: that the page is being read, a card, or why there is none and what to do next. */
(() => {
  const { el, say } = earmark;

  /** @returns {Earmark.Face} */
  earmark.readingFace = () => ({ state: "reading", title: say("reading"), verdict: null, tone: "none", body: () => [] });

  /**
   * @param {import("../shared/protocol.js").Card} card
   * @param {import("../shared/protocol.js").Classification} classification
   * @param {Earmark.View} view
   * @returns {Earmark.Face}
   */
  earmark.cardFace = (card, classification, view) => {
    const chosen = () => card.purposes.find((one) => one.purpose === view.purpose) ?? card.purposes[0];
    return {
      state: "card",
      title: classification.label,
      sure: earmark.sayConfidence(classification.confidence),
      get verdict() {
        return chosen() ? earmark.sayVerdict(chosen().verdict, chosen().purpose) : null;
      },
      get tone() {
        return chosen() ? earmark.tone(chosen().verdict) : "none";
      },
      body: () => earmark.sections(card, view),
    };
  };

  /**
   * @param {{title: string, why?: string, next: string, press?: string}} words `press` names the main button
   * @param {() => void} press
   * @param {() => void} options
   * @returns {Earmark.Face}
   */
  earmark.messageFace = ({ title, why, next, press: name }, press, options) => {
    const body = () => [
      el(
        "div", { class: "message" },
        why ? el("p", {}, why) : null,
        el("p", { class: "next" }, next),
        el(
          "div", { class: "actions" },
          el("button", { type: "button", class: "press main", click: press }, name ?? say("again")),
          earmark.hasOptions() && el("button", { type: "button", class: "press", click: options }, say("options")),
        ),
      ),
    ];
    return { state: "message", title, verdict: null, tone: "none", body };
  };

  /**
   * @param {string} problem
   * @returns {{title: string, next: string}}
   */
  earmark.problemWords = (problem) => {
    const name = say(`problem_${problem}`) ? problem : "failed";
    return { title: say(`problem_${name}`), next: say(`problem_${name}_next`) };
  };

  /** What is said of a card that is older than its page. @type {Record<string, (words?: {title: string, next: string}) => Earmark.Note>} */
  earmark.notes = {
    changed: () => ({ short: say("changed"), text: say("changedWhy"), again: true }),
    reading: () => ({ short: say("reading"), text: say("reading"), again: false }),
    failed: (words) => ({ short: say("notRenewed"), text: `${words?.title}. ${words?.next}`, again: true }),
  };
})();
