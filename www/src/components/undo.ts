// Which step through the edits a key press or an event of a text field asks for.

/** Undefined for anything else, and in fields that are no input of the page: they undo by themselves what was typed. */
export function stepOf(event: Event): "undo" | "redo" | undefined {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement && ["text", "search", "number", "email"].includes(target.type)) return undefined;
  if (event instanceof InputEvent) return STEPS[event.inputType];
  if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey === event.metaKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey && !event.shiftKey ? "redo" : undefined;
}

const STEPS: Record<string, "undo" | "redo"> = { historyUndo: "undo", historyRedo: "redo" };
