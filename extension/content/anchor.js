/** Finds a quote on the page, or says that it is not there: a look-alike is worse than a miss. */
(() => {
  /** More places than this and no context would tell them apart. */
  const MAX_PLACES = 500;

  /** Shorter words may stand anywhere by chance, so some of their context must be there too. */
  const TELLING = 20;
  const SOME_CONTEXT = 4;

  /** How far before and after the quote a word can turn its meaning. */
  const NEAR = 24;

  const NEGATION =
    /(?<!\p{L})(?:no|not|non|never|without|excludes?|excluding|kein|keine|keinen|nicht|ohne|pas|sans|aucun|sin|senza|zonder|geen|niet|bez|без|не|нет|ilman|uden|utan|inte|ikke|nie|sem|não)(?!\p{L})|n't/giu;
  const TAKEN_BACK = /(?<!\p{L})(?:not|sold|nicht|kein|keine|non|separat|separately|no|without|ohne)(?!\p{L})/giu;

  /** @param {string} text */
  const squash = (text) => text.replace(/\s+/g, "");

  /** @param {string | undefined} mark */
  const isWord = (mark) => mark !== undefined && /[\p{L}\p{N}]/u.test(mark);

  /**
   * How many characters of the context stand next to the quote, white space aside.
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @param {string} prefix
   * @param {string} suffix
   */
  function contextOf(text, start, end, prefix, suffix) {
    const reach = 4 * NEAR;
    const before = squash(text.slice(Math.max(0, start - reach), start));
    const after = squash(text.slice(end, end + reach));
    let found = 0;
    for (let i = 1; i <= prefix.length && before.at(-i) === prefix.at(-i); i++) found++;
    for (let i = 0; i < suffix.length && after[i] === suffix[i]; i++) found++;
    return found;
  }

  /**
   * Whether the words at this place are the quote's own, not part of a longer word or number.
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @param {string} prefix
   * @param {string} suffix
   */
  function isWhole(text, start, end, prefix, suffix) {
    if (isWord(text[start]) && isWord(text[start - 1]) && prefix.at(-1) !== text[start - 1]) return false;
    if (isWord(text[end - 1]) && isWord(text[end]) && suffix[0] !== text[end]) return false;
    const before = text.slice(Math.max(0, start - 2), start);
    if (/\d/.test(text[start]) && /^\d[.,]$/.test(before) && !prefix.endsWith(before)) return false;
    const after = text.slice(end, end + 2);
    return !(/\d/.test(text[end - 1]) && /^[.,]\d$/.test(after) && !suffix.startsWith(after));
  }

  /**
   * @param {RegExp} words
   * @param {string} text
   */
  const all = (words, text) => (text.match(words) ?? []).join(" ").toLowerCase();

  /**
   * Whether the page now denies, close by, what it said when the quote was taken (or the other way round).
   * @param {string} text
   * @param {number} start
   * @param {number} end
   * @param {string} prefix
   * @param {string} suffix
   */
  function isTurned(text, start, end, prefix, suffix) {
    const before = /** @type {string} */ (text.slice(Math.max(0, start - NEAR), start).split("\n").at(-1));
    const after = text.slice(end, end + NEAR).split("\n")[0];
    return (
      all(NEGATION, before) !== all(NEGATION, prefix.slice(prefix.length - before.length)) ||
      all(TAKEN_BACK, after) !== all(TAKEN_BACK, suffix.slice(0, after.length))
    );
  }

  /**
   * @param {Earmark.TextIndex} index
   * @param {import("../shared/protocol.js").Quote} quote
   * @returns {{start: number, end: number} | null}
   */
  earmark.findQuote = (index, quote) => {
    const { text } = index;
    const exact = earmark.fold(quote.exact).trim();
    const prefix = earmark.fold(quote.prefix ?? "");
    const suffix = earmark.fold(quote.suffix ?? "");
    if (!exact) return null;
    const wanted = [squash(prefix), squash(suffix)];
    const complete = wanted[0].length + wanted[1].length;
    /** @type {{start: number, end: number, context: number}[]} */
    const places = [];
    for (let start = text.indexOf(exact); start !== -1 && places.length < MAX_PLACES; start = text.indexOf(exact, start + 1)) {
      const end = start + exact.length;
      if (!isWhole(text, start, end, prefix, suffix) || isTurned(text, start, end, prefix, suffix)) continue;
      places.push({ start, end, context: contextOf(text, start, end, wanted[0], wanted[1]) });
    }
    places.sort((a, b) => b.context - a.context);
    const [best, second] = places;
    if (!best) return null;
    if (second && second.context === best.context && (complete === 0 || best.context < complete)) return null;
    const needed = exact.length >= TELLING ? 0 : Math.min(SOME_CONTEXT, complete);
    return best.context >= needed ? best : null;
  };
})();
