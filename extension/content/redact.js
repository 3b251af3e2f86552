/** What must not leave inside a text: e-mail addresses, telephone, card and order numbers, tokens, the shopper's name. */
(() => {
  /** Stands where something was taken out. */
  const GONE = "[removed]";

  /** @typedef {[RegExp, string][]} Rules each with bounded repeats only: a page is hostile */

  const E_MAIL = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

  /** None of these fits where there is neither a digit nor a token's beginning. @type {Rules} */
  const NUMBERS = [
    [/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi, GONE],
    [/\beyJ[\w-]{10,2000}(?:\.[\w-]{1,2000}){0,2}/g, GONE],
    [/\b(?=\w{0,200}\d)(?=[\d_]{0,200}[A-Za-z])\w{24,2000}\b/g, GONE],
    [/\b(?:\d{4}[ -]){3}\d{1,7}\b/g, GONE],
    [/\b\d{3}-\d{7}-\d{7}\b/g, GONE],
    [/(?<![\w+])\+\d{1,3}[ .\-/]?(?:\(\d{1,4}\)|\d)[\d .\-/()]{5,18}\d\b/g, GONE],
    [/(?<!\w)\(\d{2,5}\)[ .\-/]?\d[\d .\-/]{4,14}\d\b/g, GONE],
    [/(?<![\w.-])\d{3}[ .-]\d{3}[ .-]\d{4}(?![\w-])/g, GONE],
    [/(\b(?:tel|telefon|phone|mobile|handy|call|fax|whatsapp)\b[ .:#]{0,4})\+?\(?\d[\d .\-/()]{5,18}\d\b/gi, `$1${GONE}`],
    [
      /(\b(?:order|bestellung|bestellnummer|auftrag|auftragsnummer|commande|pedido|ordine)\b(?:[ ]?(?:no|nr|number|id|nummer))?[ .:#]{0,4})(?=[A-Z\d-]{0,24}\d)[A-Z\d][A-Z\d-]{5,24}/gi,
      `$1${GONE}`,
    ],
  ];
  const NUMBERED = /\d|eyJ/;

  /** These stand at the beginning of a text. @type {Rules} */
  const OPENINGS = [
    [
      /^(\s{0,200}(?:hello|hi|hey|welcome(?: back)?|good (?:morning|evening|afternoon)|hallo|willkommen(?: zurück)?|guten (?:tag|morgen|abend)|bonjour|hola|ciao|ol[áa])[,!]?\s{1,20})(?!guest\b|gast\b|sign\b|there\b|to\b|in\b|bei\b)\p{L}[\p{L}\p{M}'’. -]{0,60}/giu,
      `$1${GONE}`,
    ],
    [/^(\s{0,200}(?:deliver(?:ing)? to|ship(?:ping)? to|lieferung an|liefern (?:an|nach)|livrer à|enviar a)[:,]?\s{1,20})\S[^\n]{0,120}/gi, `$1${GONE}`],
  ];
  const OPENED = /^\s{0,200}(?:hello|hi|hey|welcome|good|hallo|willkommen|guten|bonjour|hola|ciao|ol[áa]|deliver|ship|liefer|livrer|enviar)/i;

  /** The shortest that any rule takes out, an address like a@b.de. */
  const SHORTEST = 6;

  /**
   * @param {string} text
   * @returns {string}
   */
  earmark.redact = (text) => {
    if (text.length < SHORTEST) return text;
    let clean = text;
    if (text.includes("@")) clean = clean.replace(E_MAIL, GONE);
    if (NUMBERED.test(text)) for (const [pattern, instead] of NUMBERS) clean = clean.replace(pattern, instead);
    if (OPENED.test(text)) for (const [pattern, instead] of OPENINGS) clean = clean.replace(pattern, instead);
    return clean;
  };
})();
