/** The way to the background worker, which is there until the extension is updated: from then on this script is an old one. */
(() => {
  const { api } = earmark;
  const end = new AbortController();

  /** The page's address as it may leave the browser. */
  earmark.address = () => earmark.cutAddress(location.href, location.href) ?? location.origin;

  /** Ends when this script is an old one: for what it listens to and shows. */
  earmark.life = end.signal;

  earmark.isOld = () => {
    if (api.runtime?.id) return false;
    end.abort();
    return true;
  };

  earmark.tell = async (type, more = {}) => {
    try {
      return await api.runtime.sendMessage({ type, url: earmark.address(), ...more });
    } catch {
      earmark.isOld();
      return undefined;
    }
  };

  /**
   * Asks for the card of this page, which goes out in pieces while it is scrubbed. Whoever leaves the page or cancels
   * the question ends what is under way.
   * @param {boolean} trace
   * @returns {Earmark.Question}
   */
  earmark.question = (trace) => {
    /** @type {chrome.runtime.Port | undefined} */
    let port;
    const answer = async () => {
      try {
        port = api.runtime.connect({ name: "annotate" });
        const { onMessage, onDisconnect } = port;
        const came = new Promise((done, fail) => {
          onMessage.addListener(done);
          onDisconnect.addListener(fail);
        });
        const report = await earmark.scrub(document, (piece) => port?.postMessage({ piece }));
        port.postMessage({ page: { url: earmark.address(), report }, trace });
        return await came;
      } catch {
        earmark.isOld();
        return { problem: "failed" };
      } finally {
        port?.disconnect();
      }
    };
    return { answer: answer(), cancel: () => port?.disconnect() };
  };
})();
