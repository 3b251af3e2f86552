/** What the shopper may choose, with its defaults. Kept in `storage.local`. */

/**
 * `language` is "" for the browser's, `consent` the version of the text agreed to, 0 for none; `sites` and `products`
 * are as in sites.js.
 * @typedef {{service: string, purpose: import("./protocol.js").Purpose, language: string, consent: number, paused: boolean,
 *   sites: Record<string, "always" | "off">, products: string[]}} Settings
 */

/** The version of the text on the welcome page: raised when more leaves the browser than it says. */
export const CONSENT = 1;

/** @type {Settings} */
export const DEFAULTS = {
  service: "http://127.0.0.1:8765", purpose: "casual", language: "", consent: 0, paused: false, sites: {}, products: [],
};

/** @type {import("./protocol.js").Purpose[]} */
export const PURPOSES = ["casual", "business", "gaming", "audiophile"];

/** Names of this machine: what goes there crosses no network. */
const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** @param {string} address of a service */
export const isLocal = (address) => LOCAL.test(new URL(address).hostname);

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
