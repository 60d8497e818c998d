/**
 * The views that only some readers open, with their style sheet: loaded when one of them is.
 */
import styles from "./views.css";

export { dealMap } from "./deal-map.js";
export { timeline } from "./timeline.js";

/** For the shadow root of the index. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
