/** A live page in Svelte: each update touches only the text that has changed. */
import { mount as begin, flushSync, unmount } from "svelte";
import Story from "./Story.svelte";

/** @param {HTMLElement} element */
export function mount(element) {
  const live = $state({ posts: [] });
  const app = begin(Story, { target: element, props: { live } });
  return {
    update: (posts) => {
      live.posts = posts;
      flushSync();
    },
    unmount: () => unmount(app),
  };
}
