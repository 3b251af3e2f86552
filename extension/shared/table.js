/** A table of text as CSV (RFC 4180), which no spreadsheet takes for formulas. */

/** With these a spreadsheet begins a formula; pages are hostile. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * @param {(string | null)[][]} rows
 * @returns {string}
 */
export const csv = (rows) => rows.map((row) => row.map((text) => cell(text ?? "")).join(",")).join("\r\n") + "\r\n";

/** @param {string} text */
function cell(text) {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
