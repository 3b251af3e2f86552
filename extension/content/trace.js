/** How a page was read, step by step, in words. The service is asked for it when this part is unfolded, not before. */
(() => {
  const { el, say } = earmark;

  /** @param {import("../shared/protocol.js").Step} step */
  const stepOf = (step) =>
    el(
      "li", { class: "line", "data-tone": step.outcome === "kept" ? "good" : "none" },
      el("span", { class: "claim-text" }, say(`spec_${step.spec}`) || step.spec.replaceAll("_", " ")),
      step.words ? el("span", { class: "proof" }, el("span", { class: "quote" }, el("bdi", {}, step.words))) : null,
      el("div", { class: "line-foot" }, el("span", {}, earmark.sourceName(step.source)), el("span", { class: "tag" }, step.outcome === "kept" ? say("kept") : step.outcome)),
    );

  /**
   * @param {Earmark.View} view
   * @returns {HTMLElement}
   */
  earmark.trace = (view) => {
    const place = el("div", { class: "inside" }, el("p", { class: "next" }, say("reading")));
    let asked = false;
    const unfold = async () => {
      if (asked) return;
      asked = true;
      const steps = await view.trace();
      asked = steps !== null;
      const content = steps?.length ? el("ul", { class: "lines" }, ...steps.map(stepOf)) : el("p", { class: "next" }, say(steps ? "traceEmpty" : "traceFailed"));
      place.replaceChildren(content);
    };
    return el("details", { class: "part", "data-asks": true, toggle: unfold }, el("summary", {}, say("trace")), place);
  };
})();
