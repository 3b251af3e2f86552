/** The browser's extension API, under either of its names. */
export const api = globalThis.browser ?? globalThis.chrome;
