/**
 * Pieces that the pages of the demonstration are built of.
 */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @param {string} label
 * @param {Record<string, string>} choices their words, by value
 * @param {string} now the value chosen
 * @param {(value: string) => void} choose
 */
export function choice(label, choices, now, choose) {
  const options = Object.entries(choices).map(([value, text]) =>
    make("option", { value, ...(value === now ? { selected: "" } : {}) }, text),
  );
  const select = /** @type {HTMLSelectElement} */ (make("select", {}, ...options));
  select.addEventListener("change", () => choose(select.value));
  return make("label", {}, label, select);
}

/** @param {string} title @param {string} text */
export function fold(title, text) {
  return make("details", {}, make("summary", {}, title), make("pre", { tabindex: "0", lang: "en", dir: "ltr" }, text));
}

/**
 * Code with a button that copies it.
 *
 * @param {string} text
 * @param {(key: string) => string} say
 */
export function copyable(text, say) {
  const button = make("button", { type: "button", class: "copy" }, say("copy"));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = say("copied");
  });
  return make("div", { class: "code" }, make("pre", { tabindex: "0", lang: "en", dir: "ltr" }, text), button);
}
