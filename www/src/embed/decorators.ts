// Lit's decorators for the element that other people's pages load, where it may have been loaded already: what is
// defined first stays, instead of throwing.

export { property } from "lit/decorators/property.js";
export { query } from "lit/decorators/query.js";
export { queryAll } from "lit/decorators/query-all.js";
export { state } from "lit/decorators/state.js";

export const customElement =
  (name: string) =>
  (element: CustomElementConstructor): void => {
    if (!customElements.get(name)) customElements.define(name, element);
  };
