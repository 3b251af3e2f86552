/** Building elements: everything shown goes through here, and strings become text, never markup. */
(() => {
  /**
   * @param {string} tag
   * @param {Record<string, string | boolean | ((event: any) => void) | null | undefined>} [properties] a function is a
   *   listener for the event of that name; true gives an empty attribute; false, null and undefined give none
   * @param {...(Node | string | null | undefined | false)} children
   * @returns {HTMLElement}
   */
  earmark.el = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    }
    for (const child of children) {
      if (child !== null && child !== undefined && child !== false) element.append(child);
    }
    return element;
  };

  /** @type {Record<string, string> | null} */
  let chosen = null;

  /**
   * Says everything in a language the shopper chose from now on, or in the browser's.
   * @param {Record<string, string> | null} words
   */
  earmark.speak = (words) => {
    chosen = words;
  };

  /**
   * A sentence in the shopper's language; empty where `_locales` has none of that name.
   * @param {string} name
   * @param {...string} values
   * @returns {string}
   */
  earmark.say = (name, ...values) =>
    chosen ? (chosen[name] ?? "").replace(/\$(\d)/g, (_, at) => values[at - 1] ?? "") : earmark.api.i18n.getMessage(name, values);
})();
