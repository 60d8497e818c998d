/**
 * The demonstration's own words, in the language chosen for the cards.
 */

/** Languages with a file in `languages/`. */
export const LANGUAGES = ["en", "uk", "ru", "fr", "de", "es", "ar", "zh"];

/**
 * Loads the words and writes them over all that has `data-say`.
 *
 * @param {string} wanted
 * @returns {Promise<(key: string) => string>}
 */
export async function speak(wanted) {
  const language = LANGUAGES.includes(wanted) ? wanted : "en";
  const { default: words } = await import(`./languages/${language}.js`);
  const say = (/** @type {string} */ key) => words[key] ?? key;
  for (const element of document.querySelectorAll("[data-say]"))
    element.textContent = say(element.getAttribute("data-say") ?? "");
  for (const element of document.querySelectorAll("[data-spoken]")) {
    element.setAttribute("lang", language);
    element.setAttribute("dir", language === "ar" ? "rtl" : "ltr");
  }
  return say;
}
