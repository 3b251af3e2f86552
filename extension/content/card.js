/** The chip and the card over the page: one host element, a closed shadow root, in the browser's top layer. */
(() => {
  const { el, say } = earmark;

  /** From here down there is no room beside a card, so it makes way for the words it leads to. */
  const NARROW = 800;

  /** What may be switched off: a card, and what comes unasked. @param {Earmark.Face} face @param {Earmark.Actions} actions */
  const isOn = (face, actions) => face.state === "card" || actions.mode() === "always";

  /** The demo shop has none. */
  earmark.hasOptions = () => Boolean(earmark.api.runtime.getManifest().options_ui);

  /**
   * @param {string} sign
   * @param {string} name
   * @param {() => void} press
   */
  const icon = (sign, name, press) =>
    el("button", { type: "button", class: "icon", "aria-label": name, title: name, click: press }, sign);

  /**
   * @param {Earmark.Face} face
   * @param {Earmark.Overlay} overlay
   * @param {Earmark.Actions} actions
   */
  function buildChip(face, overlay, actions) {
    const verdict = face.verdict ? [el("span", { class: "dot" }, " · "), el("span", { class: "verdict" }, face.verdict)] : [];
    return el(
      "div", { class: "chip", "data-state": face.state },
      el(
        "button", { type: "button", class: "chip-open", "aria-expanded": "false", click: overlay.open },
        el("span", { class: "mark", "data-verdict": face.tone }),
        el("span", { class: "chip-text" }, el("b", {}, face.title), ...verdict),
      ),
      icon("×", say("close"), actions.close),
    );
  }

  /**
   * @param {Earmark.Face} face
   * @param {Earmark.Overlay} overlay
   * @param {Earmark.Actions} actions
   */
  function buildCard(face, overlay, actions) {
    const foot = el(
      "div", { class: "foot" },
      el("span", {}, say("foot")),
      el("button", { type: "button", click: actions.again }, say("again")),
      earmark.hasOptions() && el("button", { type: "button", click: actions.options }, say("options")),
    );
    return el(
      "div", { class: "card" },
      el(
        "div", { class: "head" },
        el("div", { class: "head-text" }, el("h2", { tabindex: "-1" }, face.title), face.sure ? el("p", { class: "sure" }, face.sure) : null),
        icon("–", say("minimise"), overlay.close),
        icon("×", say("close"), actions.close),
      ),
      el(
        "div", { class: "body", tabindex: "0", role: "group", "aria-label": face.title },
        ...face.body(), earmark.keepButtons(overlay.tell), earmark.hasOptions() && isOn(face, actions) && earmark.switches(actions), face.state === "card" ? foot : null,
      ),
    );
  }

  /**
   * @param {Earmark.Note} note
   * @param {Earmark.Actions} actions
   */
  const noteLine = ({ text, again }, actions) =>
    el("div", { class: "note" }, el("p", {}, text), again && el("button", { type: "button", class: "press", click: actions.again }, say("again")));

  /** The headings of what is unfolded. @param {HTMLElement | null} card */
  const unfolded = (card) => [...(card?.querySelectorAll("details[open]:not([data-asks]) > summary") ?? [])].map((one) => one.textContent);

  /** @param {HTMLElement} card @param {(string | null)[]} headings */
  const unfold = (card, headings) => {
    for (const summary of card.querySelectorAll("summary")) {
      if (headings.includes(summary.textContent)) summary.parentElement?.setAttribute("open", "");
    }
  };

  /**
   * @param {{open: boolean, actions: Earmark.Actions}} options `open`: an open shadow root, for tests alone
   * @returns {Earmark.Overlay}
   */
  earmark.overlay = ({ open, actions }) => {
    document.querySelector(earmark.HOST)?.remove();
    const host = document.createElement(earmark.HOST);
    earmark.host = host;
    host.setAttribute("popover", "manual");
    host.dataset.corner = "bottom-end";
    host.dir = say("direction");
    const shadow = host.attachShadow({ mode: open ? "open" : "closed" });
    const spoken = el("p", { class: "spoken", role: "status" });
    const seat = el("div");
    const style = document.createElement("style");
    style.textContent = earmark.STYLE;
    const root = el("section", { class: "root", "aria-label": say("name"), lang: say("language"), dir: host.dir }, spoken, seat);
    shadow.append(style, root);

    /** @type {Earmark.Face} */
    let face = { state: "reading", title: "", verdict: null, tone: "none", body: () => [] };
    let opened = false;
    /** What is to be said of a card that is older than its page. @type {Earmark.Note | null} */
    let note = null;
    /** Built once for what is shown, so that it comes back as it was left. @type {HTMLElement | null} */
    let card = null;
    /** Where in the card one was. @type {{focus: Element | null, scroll: number}} */
    let left = { focus: null, scroll: 0 };
    /** What had the focus on the page, which gets it back. @type {EventTarget | null} */
    let before = null;
    /** Whether the keyboard went from a line of the card to its words on the page. */
    let away = false;

    let laid = false;
    /** Over the page with something in it: the page is laid out once, not for an empty overlay and again. @param {HTMLElement} shown */
    const lay = (shown) => {
      seat.replaceChildren(shown);
      if (laid) return;
      laid = true;
      document.documentElement.append(host);
      host.showPopover?.();
    };
    const drawChip = () => {
      const chip = buildChip(face, overlay, actions);
      if (note) chip.querySelector(".chip-text")?.append(" ", el("span", { class: "tag" }, note.short));
      lay(chip);
      overlay.place();
    };
    const drawNote = () => {
      const old = card?.querySelector(".note");
      const focused = Boolean(old?.contains(shadow.activeElement));
      old?.remove();
      if (note) body()?.prepend(noteLine(note, actions));
      if (focused) focusFirst();
    };
    const drawCard = () => {
      card ??= buildCard(face, overlay, actions);
      drawNote();
      lay(card);
      return card;
    };
    const body = () => card?.querySelector(".body");
    const focusFirst = () => /** @type {HTMLElement | null} */ (seat.querySelector(".chip-open, h2"))?.focus({ preventScroll: true });

    /** The card may not cover the words just shown. @param {Range} words */
    const makeWay = (words) => {
      if (innerWidth < NARROW) return overlay.close();
      const box = words.getBoundingClientRect();
      const mine = seat.getBoundingClientRect();
      if (box.right < mine.left || box.left > mine.right) return;
      const corner = host.dataset.corner ?? "";
      host.dataset.corner = corner.endsWith("end") ? corner.replace("end", "start") : corner.replace("start", "end");
    };

    /** The keyboard goes on from the words; the shortcut brings it back to the line. @param {Range} words @param {EventTarget | null} line */
    const goTo = (words, line) => {
      left = { focus: /** @type {HTMLElement} */ (line), scroll: opened ? body()?.scrollTop ?? 0 : left.scroll };
      /** @type {HTMLElement | null} */ (shadow.activeElement)?.blur();
      getSelection()?.collapse(words.startContainer, words.startOffset);
      away = true;
    };

    /** @type {Earmark.Overlay} */
    const overlay = {
      tell: (message) => {
        spoken.textContent = message;
      },
      isOpen: () => opened,
      hasCard: () => face.state === "card",
      show: (next) => {
        const renewed = next.state === "card" && face.state === "card";
        const open = renewed ? unfolded(card) : [];
        left = { focus: null, scroll: !renewed ? 0 : opened ? body()?.scrollTop ?? 0 : left.scroll };
        face = next;
        card = null;
        note = null;
        overlay.tell([face.title, face.verdict].filter(Boolean).join(" · "));
        const focused = shadow.activeElement !== null;
        if (opened) {
          unfold(drawCard(), open);
          body()?.scrollTo(0, left.scroll);
        } else drawChip();
        if (focused) focusFirst();
      },
      note: (next) => {
        if (face.state !== "card") return;
        note = next;
        overlay.tell(note.text);
        if (opened) drawNote();
        else drawChip();
      },
      open: () => {
        opened = true;
        away = false;
        drawCard();
        body()?.scrollTo(0, left.scroll);
        if (left.focus instanceof HTMLElement) left.focus.focus({ preventScroll: true });
        else focusFirst();
      },
      toggle: () => (opened && !away ? overlay.close() : overlay.open()),
      close: () => {
        left = { focus: shadow.activeElement, scroll: body()?.scrollTop ?? 0 };
        opened = false;
        drawChip();
        focusFirst();
      },
      giveWay: () => {
        if (opened) {
          left = { focus: null, scroll: body()?.scrollTop ?? 0 };
          opened = false;
          drawChip();
        } else overlay.place();
      },
      remove: () => {
        const focused = shadow.activeElement !== null;
        opened = false;
        earmark.clearHighlight();
        host.remove();
        if (focused && before instanceof HTMLElement) before.focus({ preventScroll: true });
      },
      place: (stay = false) => {
        root.style.pointerEvents = "none"; // so that a look at a point sees the page
        const corner = /** @type {Earmark.Corner} */ (host.dataset.corner);
        host.dataset.corner = earmark.freeCorner(seat.getBoundingClientRect(), stay ? corner : null);
        root.style.pointerEvents = "";
      },
    };

    host.addEventListener("focusin", (event) => {
      away = false;
      before = event.relatedTarget ?? before;
    });
    root.addEventListener("earmark-shown", (event) => {
      const { range, byKeys } = /** @type {CustomEvent<{range: Range, byKeys: boolean}>} */ (event).detail;
      makeWay(range);
      if (byKeys) goTo(range, event.target);
    });
    root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Escape") return;
      event.preventDefault();
      if (opened) overlay.close();
      else actions.close();
    });
    return overlay;
  };
})();
