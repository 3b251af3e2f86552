/** Long work on the page's own thread, done in slices between which the page may draw and answer. */
(() => {
  /** Well under the 50 ms that a shopper notices. */
  const SLICE_MS = 20;

  /** Gives the page its turn; a timer would wait longer than a slice takes. @returns {Promise<void>} */
  earmark.turn = () =>
    globalThis.scheduler?.yield?.() ??
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });

  /**
   * @template T
   * @param {Generator<void, T>} steps yields where it may rest
   * @param {() => void} [rest] called after each slice
   * @returns {Promise<T>}
   */
  earmark.inSlices = async (steps, rest = () => {}) => {
    for (;;) {
      const result = slice(steps);
      rest();
      if (result.done) return result.value;
      await earmark.turn();
    }
  };

  /**
   * @template T
   * @param {Generator<void, T>} steps
   * @returns {IteratorResult<void, T>}
   */
  function slice(steps) {
    const begun = performance.now();
    let result = steps.next();
    while (!result.done && performance.now() - begun < SLICE_MS) result = steps.next();
    return result;
  }

  /**
   * @template T
   * @param {Generator<void, T>} steps
   * @returns {T} the same in one go
   */
  earmark.atOnce = (steps) => {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return /** @type {T} */ (value);
    }
  };
})();
