/** When a page that changed is read anew of itself: once it has come to rest, and not over and over. */
(() => {
  /** At rest: nothing came, went or changed its words for so long. */
  const QUIET_MS = 400;

  /** A page that never rests is read as it is. */
  const LONGEST_MS = 3000;

  /** After a new address the product may still be on its way; a variant that looks the same never comes. */
  const COMING_MS = 1500;

  /** How often since the shopper last touched the page: the second is for what the shop's server adds late. */
  const TIMES = 2;

  const EVERY_MS = 100;

  /**
   * @param {() => void} read
   * @returns {Earmark.Renewal}
   */
  earmark.renewal = (read) => {
    let left = TIMES;
    let stop = () => {};
    let resting = false;

    /** @param {() => boolean} isOver @param {() => void} end */
    const until = (isOver, end) => {
      stop();
      const begun = performance.now();
      const timer = setInterval(() => {
        if (!isOver() && performance.now() - begun < LONGEST_MS) return;
        stop();
        read();
      }, EVERY_MS);
      stop = () => {
        clearInterval(timer);
        end();
        resting = false;
        stop = () => {};
      };
    };

    return {
      stop: () => stop(),
      touched: () => {
        left = TIMES;
      },
      spent: () => {
        left -= 1;
      },
      changed: () => {
        if (left <= 0 || resting) return resting;
        let moved = performance.now();
        const observer = new MutationObserver(() => {
          moved = performance.now();
        });
        observer.observe(document, { childList: true, characterData: true, subtree: true });
        until(() => performance.now() - moved >= QUIET_MS, () => observer.disconnect());
        resting = true;
        return true;
      },
      moved: () => {
        left = TIMES;
        const begun = performance.now();
        until(() => performance.now() - begun >= COMING_MS, () => {});
      },
    };
  };
})();
