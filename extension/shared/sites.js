/**
 * Where Earmark reads: by itself on the shops it was allowed, on a click elsewhere, not at all where it is off.
 *
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {"everywhere" | "shop" | "product"} Off
 * @typedef {"once" | "always" | `off_${Off}`} Mode
 */

/** Products that are off, at most; the oldest goes first. */
const MAX_PRODUCTS = 500;

/** The format of an exported list. */
const FORMAT = 1;
const MAX_SITES = 2000;

/**
 * The shop of an address as permissions know it: scheme and name, no port.
 * @param {string} url
 * @returns {string | null} null where it is no http(s) address
 */
export function originOf(url) {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname ? `${protocol}//${hostname}` : null;
  } catch {
    return null;
  }
}

/** @param {string} origin */
export const patternOf = (origin) => `${origin}/*`;

/**
 * @param {Settings} settings
 * @param {string} url a page's address as it may leave the browser
 * @returns {Mode}
 */
export function modeOf(settings, url) {
  const site = settings.sites[originOf(url) ?? ""];
  if (settings.paused) return "off_everywhere";
  if (site === "off") return "off_shop";
  if (settings.products.includes(url)) return "off_product";
  return site === "always" ? "always" : "once";
}

/**
 * What has to be kept for Earmark to be off.
 * @param {Settings} settings
 * @param {string} url
 * @param {Off} where
 * @returns {Partial<Settings>}
 */
export function turnOff(settings, url, where) {
  if (where === "everywhere") return { paused: true };
  if (where === "product") return { products: [...settings.products.filter((one) => one !== url), url].slice(-MAX_PRODUCTS) };
  return { sites: { ...settings.sites, [originOf(url) ?? ""]: "off" } };
}

/**
 * What has to be kept for Earmark to read this page again.
 * @param {Settings} settings
 * @param {string} url
 * @param {boolean} granted whether the browser still gives access to the shop
 * @returns {Partial<Settings>}
 */
export function turnOn(settings, url, granted) {
  const sites = { ...settings.sites };
  const origin = originOf(url) ?? "";
  if (sites[origin] === "off") {
    if (granted) sites[origin] = "always";
    else delete sites[origin];
  }
  return { paused: false, sites, products: settings.products.filter((one) => one !== url) };
}

/**
 * @param {Pick<Settings, "sites" | "products">} settings
 * @returns {string} JSON for a file
 */
export function exportSites({ sites, products }) {
  return JSON.stringify({ format: FORMAT, sites, products }, null, 2);
}

/**
 * @param {string} text of a file that was exported
 * @returns {Pick<Settings, "sites" | "products"> | null} null where it is none
 */
export function importSites(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (data?.format !== FORMAT || typeof data.sites !== "object" || data.sites === null || !Array.isArray(data.products)) return null;
  const sites = Object.entries(data.sites);
  const good = sites.length <= MAX_SITES && sites.every(([origin, choice]) => originOf(origin) === origin && /^(?:always|off)$/.test(choice));
  if (!good || !data.products.every((/** @type {unknown} */ url) => typeof url === "string" && originOf(url))) return null;
  return { sites: data.sites, products: data.products.slice(-MAX_PRODUCTS) };
}
