/** A live page in React: each update renders the whole list anew, text by text. */
import { createElement as h } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

const Story = ({ posts }) =>
  h("article", null, h("h1", null, "Live"), posts.map(({ id, words, bold }) => h("p", { key: id }, `${id}. `, bold ? h("b", null, words) : words)));

/** @param {HTMLElement} element */
export function mount(element) {
  const root = createRoot(element);
  return {
    update: (posts) => flushSync(() => root.render(h(Story, { posts }))),
    unmount: () => root.unmount(),
  };
}
