/** The name under which the content files share what they have; the files run in one isolated world, in order. */
globalThis.earmark ??= /** @type {any} */ ({});
earmark.api = globalThis.browser ?? globalThis.chrome;

/** The name of the one element that is laid over the page. */
earmark.HOST = "earmark-card";
