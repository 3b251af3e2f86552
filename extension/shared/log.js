/**
 * What was sent, kept in this browser alone.
 *
 * @typedef {{when: number, to: string, page: string, size: number, report: Record<string, number>, answer: string}} Entry
 *   `when` in ms since 1970, `size` of the scrubbed HTML in bytes, `answer`: "card" or the name of a problem
 */

import { api } from "./api.js";

/** Enough to look back over some weeks, and quickly read. */
const LENGTH = 200;

let writing = Promise.resolve();

/** @returns {Promise<Entry[]>} the newest first */
export async function readLog() {
  return /** @type {Entry[]} */ ((await api.storage.local.get({ log: [] })).log);
}

/** @param {Entry} entry */
export function remember(entry) {
  writing = writing.then(async () => api.storage.local.set({ log: [entry, ...(await readLog())].slice(0, LENGTH) }));
  return writing;
}

export function clearLog() {
  writing = writing.then(() => api.storage.local.set({ log: [] }));
  return writing;
}
