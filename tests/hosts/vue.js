/** A live page in Vue: each update patches the list in place. */
import { createApp, h, nextTick, shallowRef } from "vue/dist/vue.runtime.esm-bundler.js";

/** @param {HTMLElement} element */
export function mount(element) {
  const posts = shallowRef([]);
  const line = ({ id, words, bold }) => h("p", { key: id }, [`${id}. `, bold ? h("b", words) : words]);
  const app = createApp({ render: () => h("article", [h("h1", "Live"), posts.value.map(line)]) });
  app.mount(element);
  return {
    update: (next) => {
      posts.value = next;
      return nextTick();
    },
    unmount: () => app.unmount(),
  };
}
