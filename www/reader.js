/**
 * What the reader has chosen for every article, remembered in this browser alone.
 */
const KEY = "newsgloss-hidden";

/** @returns {string[]} kinds that are not to be marked in the text */
export function hiddenKinds() {
  try {
    const kinds = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kinds) ? kinds.filter((kind) => typeof kind === "string") : [];
  } catch {
    // A page may forbid storage; then nothing is remembered.
    return [];
  }
}

/** @param {string[]} kinds */
export function hideKinds(kinds) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kinds));
  } catch {
    // As above.
  }
}
