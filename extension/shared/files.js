/** The content files in the order they run in: for the browser, and for the demo shop. */
export const CONTENT = [
  "ns", "dom", "address", "redact", "link", "slices", "attributes", "scrub", "text", "amounts", "anchor", "highlight",
  "place", "style", "claims", "lines", "worth", "watch", "renewal", "trace", "sections", "switches", "faces", "report", "card", "main",
].map((name) => `content/${name}.js`);
