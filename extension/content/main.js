/** From a click, or a visit to an allowed shop, to the card: read, ask, show. Runs once in a tab; clicks come as messages. */
(() => {
  if (earmark.started) return;
  earmark.started = true;
  const { api, say, tell, address, life } = earmark;

  /** What an older version of the extension has left. */
  document.querySelector(earmark.HOST)?.remove();

  /** @type {Earmark.Overlay | null} */
  let overlay = null;
  /** The address that what is shown belongs to. */
  let shownFor = "";
  /** Counts the questions, so that an answer to an older one is not shown. */
  let asked = 0;
  /** The one whose answer is still to come. @type {Earmark.Question | null} */
  let underWay = null;
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
  /** Whether the page has changed since it was read. */
  let stale = false;
  /** @type {Earmark.Watch | null} */
  let watch = null;
  /** What the background worker last said of this place. @type {Promise<any>} */
  let greeted = Promise.resolve();
  const renewal = earmark.renewal(() => void visit());
  const openShadow = api.storage.local.get({ devOpenShadow: false });

  /** @type {Earmark.Actions} */
  const actions = {
    again: () => void ask(),
    options: () => void tell("options"),
    allow: () => void tell("allow"),
    preview: () => void tell("preview"),
    mode: () => mode,
    off: async (where) => {
      await tell("off", { where });
      actions.close();
    },
    close: () => {
      hide();
      closedFor = address();
      dropQuestion();
    },
  };

  function hide() {
    overlay?.remove();
    overlay = null;
    waitsForConsent = false;
    watch?.stop();
    renewal.stop();
  }

  /** An answer still on its way is no longer wanted. */
  function dropQuestion() {
    asked += 1;
    underWay?.cancel();
    underWay = null;
  }

  /** @returns {Promise<Earmark.Overlay>} made when it is first needed */
  async function opened() {
    const [{ devOpenShadow }] = await Promise.all([openShadow, greeted]);
    overlay ??= earmark.overlay({ open: devOpenShadow === true, actions });
    return overlay;
  }

  /** What may be done here, and in which words. */
  async function greet() {
    const answer = await tell("visit");
    mode = answer?.mode ?? mode;
    earmark.speak(answer?.words ?? null);
    return answer;
  }

  /** On an allowed shop: reads the page unasked if it is worth it. */
  async function visit() {
    shownFor = address();
    const number = asked;
    const answer = await (greeted = greet());
    if (number !== asked || !answer?.read || closedFor === address()) return;
    wanted ||= !answer.check; // in the demo shop, which is there to be read
    if (answer.check && !earmark.isWorthSending(document, answer.check)) return stayQuiet();
    if (asked) renewal.spent();
    await ask();
  }

  /** Nothing here is worth a chip; what comes late may be. */
  function stayQuiet() {
    if (!wanted) hide();
    beginWatch();
  }

  async function showReading() {
    const number = asked;
    const one = await opened();
    if (number === asked && underWay) one.show(earmark.readingFace());
  }

  async function ask() {
    dropQuestion();
    const number = asked;
    shownFor = address();
    waitsForConsent = false;
    renewal.stop();
    beginWatch();
    const question = (underWay = earmark.question(false));
    if (overlay?.hasCard()) overlay.note(earmark.notes.reading());
    else if (wanted || overlay) await showReading();
    const answer = await question.answer;
    if (number !== asked || earmark.isOld()) return;
    underWay = null;
    earmark.shown = answer.card ?? null;
    mode = answer.mode ?? mode;
    purpose = answer.purpose ?? purpose;
    if (answer.card) await showCard(answer.card);
    else await showProblem(answer.problem);
  }

  /** @param {import("../shared/protocol.js").Card} card */
  async function showCard(card) {
    if (card.page.reason !== null || !card.classification) {
      if (!wanted) return stayQuiet();
      return showMessage({ title: say("noCard"), why: card.page.reason || say("noCardWhy"), next: say("noCardNext") });
    }
    const number = asked;
    const finder = earmark.finder(card, document);
    /** @type {Earmark.View} */
    const view = {
      finder,
      get purpose() {
        return purpose;
      },
      choose: (next) => {
        purpose = next;
        void api.storage.local.set({ purpose });
      },
      tell: (message) => overlay?.tell(message),
      openArticle: (statement) => void tell("article", { statement }),
      trace: async () => (await earmark.question(true).answer).card?.trace ?? null,
    };
    (await opened()).show(earmark.cardFace(card, card.classification, view));
    if (stale) overlay?.note(earmark.notes.changed());
    await earmark.turn(); // the chip is drawn before its words are looked for
    await finder.ready();
    if (number === asked) watch?.hold(card, finder);
  }

  /** @param {string} problem */
  async function showProblem(problem) {
    const words = earmark.problemWords(problem);
    if (problem === "consent") {
      await showMessage({ ...words, press: say("consentPress") }, () => void tell("welcome"));
      waitsForConsent = true;
      overlay?.open();
    } else if (problem.startsWith("off_")) {
      await showMessage({ ...words, press: say("turnOn") }, async () => {
        await tell("on");
        await ask();
      });
    } else if (overlay?.hasCard()) overlay.note(earmark.notes.failed(words));
    else await showMessage(words);
  }

  /**
   * @param {Parameters<typeof earmark.messageFace>[0]} words
   * @param {() => void} [press]
   */
  async function showMessage(words, press = actions.again) {
    (await opened()).show(earmark.messageFace(words, press, actions.options));
  }

  /** From the moment the page is read. */
  function beginWatch() {
    watch?.stop();
    stale = false;
    watch = earmark.watch({
      look: () => !earmark.isOld() && !document.hidden,
      dialog: () => overlay?.giveWay(),
      changed: () => {
        stale = true;
        overlay?.note(earmark.notes.changed());
        if (mode === "always" && closedFor !== address() && renewal.changed()) dropQuestion();
      },
    });
  }

  /** The page went elsewhere without loading anew: what is shown is about what was there before. */
  function onNavigation() {
    if (earmark.isOld() || address() === shownFor) return;
    const isVariant = address().split("?")[0] === shownFor.split("?")[0];
    shownFor = address();
    wanted = false;
    dropQuestion();
    earmark.clearHighlight();
    if (isVariant && overlay?.hasCard()) overlay.note(earmark.notes.changed());
    else overlay?.show(earmark.messageFace({ title: say("stale"), next: say("staleNext") }, actions.again, actions.options));
    if (mode !== "once") renewal.moved();
  }

  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.type === "preview") {
      earmark.scrubWhole(document).then(({ html, report }) => answer({ html, report, url: address() }));
      return true;
    }
    if (message.type !== "toggle") return false;
    wanted = true;
    if (overlay) overlay.toggle();
    else void (underWay ? showReading() : ask());
    answer(true);
    return false;
  });

  api.storage.onChanged?.addListener((changes) => {
    if (changes.consent?.newValue && waitsForConsent) void ask();
  });

  life.addEventListener("abort", hide);
  const listen = (/** @type {EventTarget | undefined} */ target, /** @type {string} */ type, /** @type {() => void} */ work) =>
    target?.addEventListener(type, work, { signal: life, capture: true, passive: true });
  listen(globalThis.navigation, "currententrychange", onNavigation);
  listen(globalThis, "popstate", onNavigation);
  listen(globalThis, "pageshow", onNavigation);
  listen(globalThis, "pointerdown", renewal.touched);
  listen(globalThis, "keydown", renewal.touched);
  listen(globalThis, "resize", () => !overlay?.isOpen() && overlay?.place());
  listen(globalThis, "scrollend", () => !overlay?.isOpen() && overlay?.place(true));

  void visit();
})();
