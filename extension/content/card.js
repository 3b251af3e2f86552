/** The chip and the card over the page: one host element, a closed shadow root, in the browser's top layer. */
(() => {
  const { el, say } = earmark;

  /** From here down there is no room beside a card, so it makes way for the words it leads to. */
  const NARROW = 800;

  /** The demo shop has none. */
  earmark.hasOptions = () => Boolean(earmark.api.runtime.getManifest().options_ui);

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
    const root = el("section", { class: "root", "aria-label": say("name"), lang: say("language"), dir: say("@@bidi_dir") || "ltr" });
    const spoken = el("p", { class: "spoken", role: "status" });
    const seat = el("div");
    root.append(spoken, seat);
    const style = document.createElement("style");
    style.textContent = earmark.STYLE;
    shadow.append(style, root);
    document.documentElement.append(host);
    host.showPopover?.();

    /** @type {Earmark.Face} */
    let face = { state: "reading", title: "", verdict: null, tone: "none", body: () => [] };
    let opened = false;
    /** What had the focus on the page, which gets it back. @type {EventTarget | null} */
    let before = null;
    host.addEventListener("focusin", (event) => {
      before = event.relatedTarget ?? before;
    });

    const tell = (/** @type {string} */ message) => {
      spoken.textContent = message;
    };

    const place = () => {
      host.dataset.corner = "bottom-end";
      host.dataset.corner = earmark.freeCorner(seat.getBoundingClientRect());
    };

    const drawChip = () => {
      const toggle = el(
        "button", { type: "button", class: "chip-open", "aria-expanded": "false", click: () => overlay.open() },
        el("span", { class: "mark", "data-verdict": face.tone }),
        el("span", { class: "chip-text" }, el("b", {}, face.title), ...(face.verdict ? [el("span", { class: "dot" }, " · "), el("span", { class: "verdict" }, face.verdict)] : [])),
      );
      const away = el("button", { type: "button", class: "icon", "aria-label": say("close"), title: say("close"), click: () => overlay.remove() }, "×");
      seat.replaceChildren(el("div", { class: "chip", "data-state": face.state }, toggle, away));
      place();
      return toggle;
    };

    const drawCard = () => {
      const heading = el("h2", { tabindex: "-1" }, face.title);
      const less = el("button", { type: "button", class: "icon", "aria-label": say("minimise"), title: say("minimise"), click: () => overlay.close() }, "–");
      const away = el("button", { type: "button", class: "icon", "aria-label": say("close"), title: say("close"), click: () => overlay.remove() }, "×");
      const foot = el(
        "div", { class: "foot" },
        el("span", {}, say("foot")),
        el("button", { type: "button", click: actions.again }, say("again")),
        earmark.hasOptions() && el("button", { type: "button", click: actions.options }, say("options")),
      );
      seat.replaceChildren(
        el(
          "div", { class: "card", "earmark-shown": (event) => makeWay(event.detail) },
          el("div", { class: "head" }, el("div", { class: "head-text" }, heading, face.sure ? el("p", { class: "sure" }, face.sure) : null), less, away),
          el("div", { class: "body", tabindex: "0", role: "group", "aria-label": face.title }, ...face.body(), face.state === "card" ? foot : null),
        ),
      );
      return heading;
    };

    /** The card may not cover the words just shown. @param {Range} words */
    const makeWay = (words) => {
      if (innerWidth < NARROW) overlay.close();
      const box = words.getBoundingClientRect();
      const { left, right } = seat.getBoundingClientRect();
      if (!opened || box.right < left || box.left > right) return;
      const corner = host.dataset.corner ?? "";
      host.dataset.corner = corner.endsWith("end") ? corner.replace("end", "start") : corner.replace("start", "end");
    };

    root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Escape") return;
      event.preventDefault();
      if (opened) overlay.close();
      else overlay.remove();
    });

    const overlay = {
      tell,
      isOpen: () => opened,
      show: (/** @type {Earmark.Face} */ next) => {
        face = next;
        tell([face.title, face.verdict].filter(Boolean).join(" · "));
        const focused = shadow.activeElement !== null;
        const drawn = opened ? drawCard() : drawChip();
        if (focused) drawn.focus();
      },
      rename: (/** @type {Earmark.Face} */ next) => {
        face = next;
      },
      open: () => {
        opened = true;
        drawCard().focus();
      },
      close: () => {
        opened = false;
        drawChip().focus();
      },
      remove: () => {
        opened = false;
        earmark.clearHighlight();
        const focused = shadow.activeElement !== null;
        host.remove();
        if (focused && before instanceof HTMLElement) before.focus({ preventScroll: true });
        actions.removed();
      },
      replace: place,
    };
    return overlay;
  };
})();
