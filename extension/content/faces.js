/** What chip and card say where there is no card: why, and what to do next. */
(() => {
  const { el, say } = earmark;

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
})();
