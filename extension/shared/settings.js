/** What the shopper may choose, with its defaults. Kept in `storage.local`. */

/**
 * `consent` is the version of the text agreed to, 0 for none; `sites` and `products` are as in sites.js.
 * @typedef {{service: string, purpose: import("./protocol.js").Purpose, consent: number, paused: boolean,
 *   sites: Record<string, "always" | "off">, products: string[]}} Settings
 */

/** The version of the text on the welcome page: raised when more leaves the browser than it says. */
export const CONSENT = 1;

/** @type {Settings} */
export const DEFAULTS = {
  service: "http://127.0.0.1:8765", purpose: "casual", consent: 0, paused: false, sites: {}, products: [],
};

/** @type {import("./protocol.js").Purpose[]} */
export const PURPOSES = ["casual", "business", "gaming", "audiophile"];

/**
 * The address of a service without its trailing slash, or null where the text is no http(s) address.
 * @param {string} text
 */
export function serviceAddress(text) {
  let url;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) return null;
  return url.href.replace(/\/$/, "");
}
