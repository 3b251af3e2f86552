/** The name under which the content files share what they have; the files run in one isolated world, in order. */
globalThis.earmark ??= /** @type {any} */ ({});
earmark.api = globalThis.browser ?? globalThis.chrome;

/** The name of the one element that is laid over the page. */
earmark.HOST = "earmark-card";

/**
 * Names come again and again on a page: what was worked out once is not worked out again.
 * @template T
 * @param {(text: string) => T} work
 * @returns {(text: string) => T}
 */
earmark.remembering = (work) => {
  /** @type {Map<string, any>} */
  const known = new Map();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) known.set(text, (result = work(text)));
    return result;
  };
};
