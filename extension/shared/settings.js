/** What the shopper may choose, with its defaults. Kept in `storage.local`. */

/** @typedef {{service: string, purpose: import("./protocol.js").Purpose}} Settings */

/** @type {Settings} */
export const DEFAULTS = { service: "http://127.0.0.1:8765", purpose: "casual" };

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
