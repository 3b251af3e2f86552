/** What may be done with a card: pin its product, compare the pinned ones, say that it is wrong. */
(() => {
  const { api, el, say, tell: ask } = earmark;

  /**
   * @param {string} name
   * @param {() => void} press
   */
  const button = (name, press) => el("button", { type: "button", class: "press", click: press }, say(name));

  /** @param {import("../shared/protocol.js").Card} card @param {(message: string) => void} tell */
  function pinButtons(card, tell) {
    let pinned = false;
    const pin = button("pin", () => void toggle());
    const compare = button("compareCount", () => void ask("compare"));
    const show = (/** @type {{pinned: boolean, count: number, kept?: boolean} | undefined} */ state) => {
      if (!state) return;
      pinned = state.pinned;
      pin.textContent = say(pinned ? "unpin" : "pin");
      compare.textContent = say("compareCount", String(state.count));
      compare.hidden = state.count === 0;
    };
    const toggle = async () => {
      const state = await (pinned ? ask("unpin") : ask("pin", { card }));
      if (!state) return;
      show(state);
      full.hidden = state.kept !== false;
      tell(say(!full.hidden ? "pinsFull" : pinned ? "pinned" : "unpinned"));
    };
    const full = el("p", { class: "next", hidden: true }, say("pinsFull"));
    compare.hidden = true;
    void ask("pins").then(show);
    return [pin, compare, full];
  }

  earmark.keepButtons = (tell) => {
    const { shown } = earmark;
    if (!shown || !earmark.hasOptions()) return null;
    const wrong = button("wrong", () => void ask("report"));
    const pins = shown.page.reason === null ? pinButtons(shown, tell) : [];
    return el("div", { class: "actions keep" }, ...pins, wrong);
  };

  if (earmark.started) return;
  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.type !== "case") return false;
    earmark.scrubWhole(document).then(({ html }) => answer({ url: earmark.address(), html, card: earmark.shown ?? null }));
    return true;
  });
})();
