/** A page on its way to the service: not without consent, not where it is off, noted in the log. */

import { annotate } from "../shared/client.js";
import { remember } from "../shared/log.js";
import { CONSENT } from "../shared/settings.js";
import { modeOf } from "../shared/sites.js";
import { readSettings } from "../shared/store.js";
import { languages } from "./language.js";

/** @typedef {import("../shared/protocol.js").Answer} Answer */

const encoder = new TextEncoder();

/**
 * Takes a page in pieces from its script, sends it, and hands back the answer. The script, or the tab when it goes
 * elsewhere, ends it by closing the port.
 * @param {chrome.runtime.Port} port
 */
export function receive(port) {
  const stop = new AbortController();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  port.onDisconnect.addListener(() => stop.abort());
  port.onMessage.addListener(async ({ piece, page, trace }) => {
    if (piece !== undefined) {
      pieces.push(encoder.encode(piece));
      return;
    }
    const answer = await send({ ...page, html: new Blob(pieces) }, trace === true, stop.signal);
    if (!stop.signal.aborted) port.postMessage(answer);
  });
}

/**
 * @param {{url: string, html: Blob, report: Record<string, number>}} page
 * @param {boolean} trace
 * @param {AbortSignal} cancelled
 * @returns {Promise<Answer & {mode: import("../shared/sites.js").Mode, purpose: import("../shared/protocol.js").Purpose}>}
 */
async function send(page, trace, cancelled) {
  const settings = await readSettings();
  const { purpose } = settings;
  const mode = modeOf(settings, page.url);
  if (cancelled.aborted) return { problem: "cancelled", mode, purpose };
  if (settings.consent !== CONSENT) return { problem: "consent", mode, purpose };
  if (mode !== "once" && mode !== "always") return { problem: mode, mode, purpose };
  const answer = await annotate(page, settings, languages(settings), cancelled, trace);
  void remember({
    when: Date.now(), to: settings.service, page: page.url, size: page.html.size, report: page.report,
    answer: "card" in answer ? "card" : answer.problem,
  });
  return { ...answer, mode, purpose };
}
