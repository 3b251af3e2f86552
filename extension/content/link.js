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
})();
