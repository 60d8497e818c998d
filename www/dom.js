/**
 * Building elements without markup, so that whatever an article or a pack holds stays text.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {Node | string | false | null | undefined} Child what is not there is left out
 * @typedef {Record<string, string | number | boolean | ((event: any) => void) | null | undefined>} Attributes
 *   `onclick` and the like are listeners; `true` is an empty attribute, `false` none
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child || child === "")));
  return element;
}

/**
 * A shadow root with its style sheets.
 *
 * @param {HTMLElement} host
 * @param {...string} styles
 */
export function shadow(host, ...styles) {
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = styles.map(sheet);
  return root;
}

/** @param {string} styles */
export function sheet(styles) {
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  return made;
}
