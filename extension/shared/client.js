/** The one place that speaks to the service: packing, deadline, status to problem, check of the answer. */

import { readCard } from "./protocol.js";
import { isLocal } from "./settings.js";

/** A page that takes longer than this is better told so than waited for. */
const DEADLINE_MS = 20_000;

/** A card is some 10 kB; anything near this is not one. */
const MAX_ANSWER = 2_000_000;

/** The service's own limit on the wire, so that a page over it is not uploaded in vain. */
const MAX_BODY = 4 * 1024 * 1024;

/** @type {Record<number, import("./protocol.js").Problem>} */
const BY_STATUS = {
  400: "purpose", 401: "refused", 403: "refused", 408: "timeout", 413: "too_large", 421: "refused", 429: "busy",
  503: "busy", 504: "timeout",
};

/**
 * @param {{html: Blob, url: string}} page scrubbed, the address without session and fragment
 * @param {Pick<import("./settings.js").Settings, "service" | "purpose">} settings
 * @param {string[]} languages in order of preference
 * @param {AbortSignal} cancel
 * @param {boolean} [trace] whether the card shall say how it was read
 * @returns {Promise<import("./protocol.js").Answer>}
 */
export async function annotate(page, settings, languages, cancel, trace = false) {
  const { body, packed } = await pack(page.html, settings.service);
  if (body.byteLength > MAX_BODY) return { problem: "too_large" };
  const query = new URLSearchParams({ purpose: settings.purpose, ...(trace && { trace: "1" }) });
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  let response;
  try {
    response = await fetch(`${settings.service}/v1/annotate?${query}`, {
      method: "POST",
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        ...(packed && { "Content-Encoding": "gzip" }),
        "Content-Location": page.url,
        "Accept": "application/json",
        "Accept-Language": languages.join(", "),
      },
      body,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([cancel, deadline]),
    });
    if (!response.ok) return { problem: BY_STATUS[response.status] ?? "failed" };
    const text = await response.text();
    const card = text.length > MAX_ANSWER ? null : readCard(JSON.parse(text));
    return card ? { card } : { problem: "answer" };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: "answer" };
    return { problem: cancel.aborted ? "cancelled" : deadline.aborted ? "timeout" : "down" };
  }
}

/**
 * A page as it travels: packed, but for one that a service on this machine takes as it is, since packing takes longer
 * than what it saves there.
 * @param {Blob} html
 * @param {string} service
 */
async function pack(html, service) {
  if (isLocal(service) && html.size <= MAX_BODY) return { body: await html.arrayBuffer(), packed: false };
  return { body: await new Response(html.stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer(), packed: true };
}
