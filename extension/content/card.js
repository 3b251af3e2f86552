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
   */
  function buildChip(face, overlay) {
    const verdict = face.verdict ? [el("span", { class: "dot" }, " · "), el("span", { class: "verdict" }, face.verdict)] : [];
    return el(
      "div", { class: "chip", "data-state": face.state },
      el(
        "button", { type: "button", class: "chip-open", "aria-expanded": "false", click: overlay.open },
        el("span", { class: "mark", "data-verdict": face.tone }),
        el("span", { class: "chip-text" }, el("b", {}, face.title), ...verdict),
      ),
      icon("×", say("close"), overlay.remove),
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
        icon("×", say("close"), overlay.remove),
      ),
      el(
        "div", { class: "body", tabindex: "0", role: "group", "aria-label": face.title },
        ...face.body(), earmark.keepButtons(overlay.tell), earmark.hasOptions() && isOn(face, actions) && earmark.switches(actions), face.state === "card" ? foot : null,
      ),
    );
  }

  /** @param {Earmark.Actions} actions */
  const staleNote = (actions) =>
    el(
      "div", { class: "stale" },
      el("p", {}, say("changedWhy")),
      el("button", { type: "button", class: "press", click: actions.again }, say("again")),
    );

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
    const shadow = host.attachShadow({ mode: open ? "open" : "closed" });
    const spoken = el("p", { class: "spoken", role: "status" });
    const seat = el("div");
    const style = document.createElement("style");
    style.textContent = earmark.STYLE;
    const root = el("section", { class: "root", "aria-label": say("name"), lang: say("language"), dir: say("@@bidi_dir") || "ltr" }, spoken, seat);
    shadow.append(style, root);
    document.documentElement.append(host);
    host.showPopover?.();

    /** @type {Earmark.Face} */
    let face = { state: "reading", title: "", verdict: null, tone: "none", body: () => [] };
    let opened = false;
    /** Whether the page has changed since. */
    let stale = false;
    /** Built once for what is shown, so that it comes back as it was left. @type {HTMLElement | null} */
    let card = null;
    /** Where in the card one was. @type {{focus: Element | null, scroll: number}} */
    let left = { focus: null, scroll: 0 };
    /** What had the focus on the page, which gets it back. @type {EventTarget | null} */
    let before = null;

    const drawChip = () => {
      const chip = buildChip(face, overlay);
      if (stale) chip.querySelector(".chip-text")?.append(" ", el("span", { class: "tag" }, say("changed")));
      seat.replaceChildren(chip);
      overlay.place();
    };
    const drawCard = () => {
      if (!card) {
        card = buildCard(face, overlay, actions);
        if (stale) body()?.prepend(staleNote(actions));
      }
      seat.replaceChildren(card);
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

    /** @type {Earmark.Overlay} */
    const overlay = {
      tell: (message) => {
        spoken.textContent = message;
      },
      isOpen: () => opened,
      show: (next) => {
        face = next;
        card = null;
        stale = false;
        left = { focus: null, scroll: 0 };
        overlay.tell([face.title, face.verdict].filter(Boolean).join(" · "));
        const focused = shadow.activeElement !== null;
        if (opened) drawCard();
        else drawChip();
        if (focused) focusFirst();
      },
      rename: (next) => {
        face = next;
      },
      open: () => {
        opened = true;
        drawCard();
        body()?.scrollTo(0, left.scroll);
        if (left.focus instanceof HTMLElement) left.focus.focus({ preventScroll: true });
        else focusFirst();
      },
      close: () => {
        left = { focus: shadow.activeElement, scroll: body()?.scrollTop ?? 0 };
        opened = false;
        drawChip();
        focusFirst();
      },
      markStale: () => {
        stale = true;
        overlay.tell(say("changed"));
        if (card) body()?.prepend(staleNote(actions));
        if (!opened) drawChip();
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
        actions.removed();
      },
      place: () => {
        host.dataset.corner = "bottom-end";
        host.dataset.corner = earmark.freeCorner(seat.getBoundingClientRect());
      },
    };

    host.addEventListener("focusin", (event) => {
      before = event.relatedTarget ?? before;
    });
    root.addEventListener("earmark-shown", (event) => makeWay(/** @type {CustomEvent<Range>} */ (event).detail));
    root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Escape") return;
      event.preventDefault();
      if (opened) overlay.close();
      else overlay.remove();
    });
    return overlay;
  };
})();
