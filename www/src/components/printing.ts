// When something is printed, and what is done about it.

/** Printing begins and ends, be it by the browser's own command or only shown. */
export function whilePrinting(begin: () => void, end: () => void): () => void {
  const media = matchMedia("print");
  const changed = () => (media.matches ? begin() : end());
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  media.addEventListener("change", changed);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
    media.removeEventListener("change", changed);
  };
}

/** Not on paper, or there only as far as somebody has opened it: ways to mend ask the engine when they are opened. */
const LEFT = "rc-rule, rc-people, rc-person, rc-repairs, rc-fix, rc-compare, .fixes, .inputs";

/** Opens whatever is folded below a node, in shadow roots as well; the answer folds it again. */
export function unfold(root: ParentNode): () => void {
  const folded = [...closed(root)];
  for (const details of folded) details.open = true;
  return () => {
    for (const details of folded) details.open = false;
  };
}

function* closed(root: ParentNode): Iterable<HTMLDetailsElement> {
  for (const element of root.querySelectorAll("*")) {
    if (element.closest(LEFT)) continue;
    if (element instanceof HTMLDetailsElement && !element.open) yield element;
    if (element.shadowRoot) yield* closed(element.shadowRoot);
  }
}
