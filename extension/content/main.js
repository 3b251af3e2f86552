/** From a click on the toolbar to the card: read, ask, show. Runs once in a tab; later clicks come as messages. */
(() => {
  if (earmark.started) return;
  earmark.started = true;
  const { api, say } = earmark;

  /** @type {Earmark.Overlay | null} */
  let overlay = null;
  /** The address that what is shown belongs to. */
  let shownFor = "";
  /** Counts the questions, so that an answer to an older one is not shown. */
  let asked = 0;
  /** @type {import("../shared/protocol.js").Purpose} */
  let purpose = "casual";

  const actions = {
    again: () => void ask(),
    options: () => void api.runtime.sendMessage({ type: "options" }),
    removed: () => {
      overlay = null;
      dropQuestion();
    },
  };

  /** An answer still on its way is no longer wanted. */
  function dropQuestion() {
    asked += 1;
    api.runtime.sendMessage({ type: "cancel" })?.catch(() => {});
  }

  const address = () => earmark.cutAddress(location.href, location.href) ?? location.origin;

  async function start() {
    const stored = await api.storage.local.get({ purpose, devOpenShadow: false });
    purpose = /** @type {typeof purpose} */ (stored.purpose);
    overlay = earmark.overlay({ open: stored.devOpenShadow === true, actions });
    await ask();
  }

  async function ask() {
    const number = ++asked;
    overlay?.show({ state: "reading", title: say("reading"), verdict: null, tone: "none", body: () => [] });
    const url = address();
    shownFor = url;
    let answer;
    try {
      const { html } = await earmark.scrub(document);
      if (number !== asked) return;
      answer = await api.runtime.sendMessage({ type: "annotate", page: { html, url } });
    } catch {
      answer = { problem: api.runtime?.id ? "failed" : "updated" };
    }
    if (number !== asked) return;
    overlay?.show(answer.card ? faceOf(answer.card) : problemFace(answer.problem));
  }

  /**
   * @param {import("../shared/protocol.js").Card} card
   * @returns {Earmark.Face}
   */
  function faceOf(card) {
    const { classification } = card;
    if (card.page.reason !== null || !classification) return silentFace(card.page.reason ?? "");
    const finder = earmark.finder(card, document);
    const chosen = () => card.purposes.find((one) => one.purpose === purpose) ?? card.purposes[0];
    /** @returns {Earmark.Face} */
    const face = () => ({
      state: "card",
      title: classification.label,
      sure: earmark.sayConfidence(classification.confidence),
      verdict: chosen() ? earmark.sayVerdict(chosen().verdict, chosen().purpose) : null,
      tone: chosen() ? earmark.tone(chosen().verdict) : "none",
      body: () => earmark.sections(card, view),
    });
    /** @type {Earmark.View} */
    const view = {
      finder,
      get purpose() {
        return purpose;
      },
      tell: (message) => overlay?.tell(message),
      choose: (next) => {
        purpose = next;
        overlay?.rename(face());
        void api.storage.local.set({ purpose });
      },
      openArticle: (statement) => void api.runtime.sendMessage({ type: "article", statement }),
    };
    return face();
  }

  /**
   * The service read the page and has nothing to say about it.
   * @param {string} reason in its own words
   * @returns {Earmark.Face}
   */
  function silentFace(reason) {
    return messageFace(say("noCard"), reason || say("noCardWhy"), say("noCardNext"));
  }

  /**
   * @param {string} problem
   * @returns {Earmark.Face}
   */
  function problemFace(problem) {
    return messageFace(say(`problem_${problem}`) || say("problem_failed"), "", say(`problem_${problem}_next`) || say("problem_failed_next"));
  }

  /** The page went elsewhere without loading anew: what is shown is about what was there before. */
  function onNavigation() {
    if (!overlay || address() === shownFor) return;
    shownFor = address();
    dropQuestion();
    earmark.clearHighlight();
    overlay.show(messageFace(say("stale"), "", say("staleNext")));
  }

  /**
   * @param {string} title
   * @param {string} why
   * @param {string} next
   * @returns {Earmark.Face}
   */
  function messageFace(title, why, next) {
    const { el } = earmark;
    const body = () => [
      el(
        "div", { class: "message" },
        why ? el("p", {}, why) : null,
        el("p", { class: "next" }, next),
        el(
          "div", { class: "actions" },
          el("button", { type: "button", class: "press main", click: actions.again }, say("again")),
          earmark.hasOptions() && el("button", { type: "button", class: "press", click: actions.options }, say("options")),
        ),
      ),
    ];
    return { state: "message", title, verdict: null, tone: "none", body };
  }

  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.type !== "toggle") return;
    if (!overlay) void start();
    else if (overlay.isOpen()) overlay.close();
    else overlay.open();
    answer(true);
  });

  globalThis.navigation?.addEventListener("currententrychange", onNavigation);
  addEventListener("popstate", onNavigation);
  addEventListener("pageshow", onNavigation);

  addEventListener("resize", () => {
    if (overlay && !overlay.isOpen()) overlay.place();
  });

  void start();
})();
