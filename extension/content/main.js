/** From a click, or a visit to an allowed shop, to the card: read, ask, show. Runs once in a tab; clicks come as messages. */
(() => {
  if (earmark.started) return;
  earmark.started = true;
  const { api, say } = earmark;

  /** A page that changes is read again once it has come to rest. */
  const SETTLE_MS = 600;

  /** @type {Earmark.Overlay | null} */
  let overlay = null;
  /** The address that what is shown belongs to. */
  let shownFor = "";
  /** Counts the questions, so that an answer to an older one is not shown. */
  let asked = 0;
  /** @type {import("../shared/protocol.js").Purpose} */
  let purpose = "casual";
  /** @type {import("../shared/sites.js").Mode} */
  let mode = "once";
  /** Whether the shopper asked; what comes unasked goes quietly where there is nothing to say. */
  let wanted = false;
  /** Whether what is shown is that consent is still to be given. */
  let waitsForConsent = false;
  /** The address whose card the shopper closed. */
  let closedFor = "";
  /** Whether this page was read again of itself since it was last touched. */
  let renewed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  let stopWatching = () => {};

  /** Ends what this script listens to, after the extension was updated and a newer one takes its place. */
  const end = new AbortController();

  /** @type {Earmark.Actions} */
  const actions = {
    again: () => void ask(),
    options: () => void tell("options"),
    allow: () => void tell("allow"),
    preview: () => void tell("preview"),
    mode: () => mode,
    off: async (where) => {
      await tell("off", { where });
      hide();
      closedFor = address();
    },
    removed: () => {
      overlay = null;
      waitsForConsent = false;
      closedFor = address();
      stopWatching();
      dropQuestion();
    },
  };

  const address = () => earmark.cutAddress(location.href, location.href) ?? location.origin;

  /** @param {string} type @param {object} [more] @returns {Promise<any>} undefined where nobody answers */
  async function tell(type, more = {}) {
    try {
      return await api.runtime.sendMessage({ type, url: address(), ...more });
    } catch {
      leaveIfOld();
      return undefined;
    }
  }

  /** @returns {boolean} whether the extension was updated, and this script with all it shows is gone */
  function leaveIfOld() {
    if (api.runtime?.id) return false;
    hide();
    end.abort();
    return true;
  }

  function hide() {
    const was = closedFor;
    overlay?.remove();
    closedFor = was;
    stopWatching();
  }

  /** Nothing here is worth a chip; what comes late may be. */
  function stayQuiet() {
    if (!wanted) hide();
    watch(null);
  }

  /** An answer still on its way is no longer wanted. */
  function dropQuestion() {
    asked += 1;
    if (api.runtime?.id) void tell("cancel");
  }

  /** @returns {Promise<Earmark.Overlay>} made when it is first needed */
  async function opened() {
    if (overlay) return overlay;
    const stored = await api.storage.local.get({ purpose, devOpenShadow: false });
    purpose = /** @type {typeof purpose} */ (stored.purpose);
    overlay ??= earmark.overlay({ open: stored.devOpenShadow === true, actions });
    return overlay;
  }

  /** On an allowed shop: reads the page unasked if it is worth it. */
  async function visit() {
    shownFor = address();
    const number = asked;
    const answer = await tell("visit");
    mode = answer?.mode ?? mode;
    if (number !== asked || !answer?.read || closedFor === address()) return;
    wanted ||= !answer.check; // in the demo shop, which is there to be read
    if (!answer.check || earmark.isWorthSending(document, answer.check)) await ask();
    else stayQuiet();
  }

  async function ask() {
    const number = ++asked;
    shownFor = address();
    waitsForConsent = false;
    clearTimeout(resting);
    stopWatching();
    if (wanted || overlay) (await opened()).show({ state: "reading", title: say("reading"), verdict: null, tone: "none", body: () => [] });
    const answer = await read(false);
    if (number !== asked || leaveIfOld()) return;
    earmark.shown = answer.card ?? null;
    mode = answer.mode ?? mode;
    if (answer.card) await showCard(answer.card);
    else await showProblem(answer.problem);
  }

  /** @param {boolean} trace */
  async function read(trace) {
    try {
      const { html, report } = await earmark.scrub(document);
      return (await tell("annotate", { page: { html, report, url: address() }, trace })) ?? { problem: "failed" };
    } catch {
      return { problem: "failed" };
    }
  }

  /** @param {import("../shared/protocol.js").Card} card */
  async function showCard(card) {
    const { classification } = card;
    if (card.page.reason !== null || !classification) {
      if (!wanted) return stayQuiet();
      return showMessage({ title: say("noCard"), why: card.page.reason || say("noCardWhy"), next: say("noCardNext") });
    }
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
      openArticle: (statement) => void tell("article", { statement }),
      trace: async () => (await read(true)).card?.trace ?? null,
    };
    (await opened()).show(face());
    watch({ card, finder });
  }

  /** @param {string} problem */
  async function showProblem(problem) {
    const words = earmark.problemWords(problem);
    if (problem === "consent") {
      waitsForConsent = true;
      await showMessage({ ...words, press: say("consentPress") }, () => void tell("welcome"));
      overlay?.open();
    } else if (problem.startsWith("off_")) {
      await showMessage({ ...words, press: say("turnOn") }, async () => {
        await tell("on");
        await ask();
      });
    } else await showMessage(words);
  }

  /**
   * @param {Parameters<typeof earmark.messageFace>[0]} words
   * @param {() => void} [press]
   */
  async function showMessage(words, press = actions.again) {
    (await opened()).show(earmark.messageFace(words, press, actions.options));
    watch(null);
  }

  /** @param {Parameters<typeof earmark.watch>[0]} shown */
  function watch(shown) {
    stopWatching();
    stopWatching = earmark.watch(shown, {
      look: () => !leaveIfOld() && !document.hidden,
      dialog: () => overlay?.giveWay(),
      changed: () => {
        stopWatching();
        if (shown) overlay?.markStale();
        if (mode !== "always" || renewed) return;
        renewed = true;
        rest();
      },
    });
  }

  /** Once the page has come to rest, it is visited again. */
  function rest() {
    clearTimeout(resting);
    resting = setTimeout(visit, SETTLE_MS);
  }

  /** The page went elsewhere without loading anew: what is shown is about what was there before. */
  function onNavigation() {
    if (leaveIfOld() || address() === shownFor) return;
    shownFor = address();
    wanted = false;
    renewed = false;
    dropQuestion();
    stopWatching();
    earmark.clearHighlight();
    earmark.shown = null;
    overlay?.show(earmark.messageFace({ title: say("stale"), next: say("staleNext") }, actions.again, actions.options));
    if (mode !== "once") rest();
  }

  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.type === "preview") {
      earmark.scrub(document).then(({ html, report }) => answer({ html, report, url: address() }));
      return true;
    }
    if (message.type !== "toggle") return false;
    wanted = true;
    if (!overlay) void ask();
    else if (overlay.isOpen()) overlay.close();
    else overlay.open();
    answer(true);
    return false;
  });

  api.storage.onChanged?.addListener((changes) => {
    if (changes.consent?.newValue && waitsForConsent) void ask();
  });

  const { signal } = end;
  globalThis.navigation?.addEventListener("currententrychange", onNavigation, { signal });
  addEventListener("popstate", onNavigation, { signal });
  addEventListener("pageshow", onNavigation, { signal });
  for (const touch of ["pointerdown", "keydown"]) {
    addEventListener(touch, () => (renewed = false), { signal, capture: true, passive: true });
  }
  addEventListener("resize", () => overlay && !overlay.isOpen() && overlay.place(), { signal });

  void visit();
})();
