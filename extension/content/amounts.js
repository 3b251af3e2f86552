/** Amounts of money in a text, with their currency, as they are written. */
(() => {
  const SIGN = "[$€£¥₹₽₩₺₴₫]|kr|zł";
  const AMOUNT = new RegExp(
    `(?:${SIGN}|(?<!\\p{L})[A-Z]{3})\\s?\\d(?:[\\d.,' ]{0,12}\\d)?|\\d(?:[\\d.,' ]{0,12}\\d)?\\s?(?:${SIGN}|[A-Z]{3}(?!\\p{L}))`, "gu",
  );

  /** @param {string} text folded */
  earmark.amounts = (text) => text.match(AMOUNT) ?? [];
})();
