/**
 * The products a shopper pinned, to compare them: kept in this browser alone.
 *
 * @typedef {import("./protocol.js").Card} Card
 * @typedef {Pick<Card, "product" | "classification" | "facts" | "purposes" | "comparison">} Pinned what a comparison shows
 * @typedef {{url: string, when: number, card: Pinned}} Pin `when` in ms since 1970
 */

import { api } from "./api.js";

/** More than anybody compares; each takes some 4 kB of the browser's 10 MB. */
export const MAX_PINS = 100;

/** The format of an exported list. */
const FORMAT = 1;

/** Pages and the background worker may write at the same time. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
const alone = (work) => /** @type {Promise<any>} */ (navigator.locks.request("pins", work));

/** @returns {Promise<Pin[]>} in the order they were pinned */
export async function readPins() {
  return /** @type {Pin[]} */ ((await api.storage.local.get({ pins: [] })).pins);
}

/** @param {Pin[]} pins in place of all there are */
export const writePins = (pins) => alone(() => api.storage.local.set({ pins: pins.slice(0, MAX_PINS) }));

/**
 * Pins a product; one that is pinned already is brought up to date.
 * @param {string} url
 * @param {Card} card one that has no `page.reason`
 * @returns {Promise<boolean>} false where there are as many as there may be
 */
export const addPin = (url, card) =>
  alone(async () => {
    const pins = await readPins();
    const at = pins.findIndex((pin) => pin.url === url);
    if (at < 0 && pins.length >= MAX_PINS) return false;
    pins.splice(at < 0 ? pins.length : at, 1, { url, when: Date.now(), card: slim(card) });
    await api.storage.local.set({ pins });
    return true;
  });

/** @param {string} url */
export const dropPin = (url) =>
  alone(async () => api.storage.local.set({ pins: (await readPins()).filter((pin) => pin.url !== url) }));

/**
 * @param {Pin[]} pins
 * @returns {string} JSON for a file
 */
export const exportPins = (pins) => JSON.stringify({ type: "earmark-pins", format: FORMAT, pins }, null, 2);

/**
 * A card without what a comparison does not show.
 * @param {Card} card
 * @returns {Pinned}
 */
function slim({ product, classification, facts, purposes, comparison }) {
  const { name, brand, price, availability } = product;
  return {
    product: { name, brand, price, availability, evidence: {} },
    classification: classification && { ...classification, for: [], against: [] },
    facts: facts.map((fact) => ({ ...fact, evidence: [], contradicts: fact.contradicts.map((other) => ({ ...other, evidence: [] })) })),
    purposes: purposes.map((one) => ({ ...one, because: one.because.slice(0, 1) })),
    comparison,
  };
}
