/** At the foot of a card: where Earmark reads, and the ways to have it otherwise. */
(() => {
  const { el, say } = earmark;

  /**
   * @param {Earmark.Actions} actions
   * @returns {HTMLElement}
   */
  earmark.switches = (actions) => {
    const mode = actions.mode();
    const choice = (/** @type {string} */ name, /** @type {() => void} */ press) => el("button", { type: "button", class: "press", click: press }, say(name));
    return el(
      "details", { class: "part switches" },
      el("summary", {}, say("switches")),
      el(
        "div", { class: "inside" },
        el("p", { class: "next" }, say(`mode_${mode}`)),
        el(
          "div", { class: "actions" },
          mode === "once" && choice("switchAlways", actions.allow),
          choice("switchPreview", actions.preview),
          mode === "always" && choice("switchProduct", () => actions.off("product")),
          choice("switchShop", () => actions.off("shop")),
          choice("switchEverywhere", () => actions.off("everywhere")),
        ),
      ),
    );
  };
})();
