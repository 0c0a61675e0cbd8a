// Small edits of a JSON text that leave everything else in it as it is: its layout, its order, keys nobody knows.

import { parseTree, type Node } from "jsonc-parser";

export type Key = string | number;
export type Path = readonly Key[];
export type Fields = Readonly<Record<string, unknown>>;

/** JSON text that is put in as it stands. */
export class Verbatim {
  constructor(readonly json: string) {}
}

/** The order in which keys are customary; of two in one object the earlier comes first. */
const CUSTOMARY = [
  ["$schema", "organization", "parent", "provisioning", "saved", "actor", "guards", "expect", "assumptions"],
  ["kind", "name", "plan", "seats", "domains", "sso", "directorySync", "siblings"],
  ["mode", "groupMapping", "ssoRequired", "roles", "seatTiers", "connected", "required", "provider", "verified"],
  ["primary-owner", "owner", "admin", "developer", "billing", "claude-code-user", "user"],
  ["premium", "standard", "chat-and-claude-code", "chat"],
].flat();

const ONE_LINE_CHARS = 72;

/** The object that a text is, if it is one. */
export function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(bodyOf(text));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a place, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Fields)[key];
  }
  return found;
}

export const pointerOf = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** The text with `value` at a place, and what is missing on the way to it; a key beyond a list's end appends. */
export function put(text: string, path: Path, value: unknown): string {
  return edited(text, (body, root) => {
    const { node, rest } = reach(root, path);
    const [key, ...inner] = rest;
    const isRoomy = node.type === "object" ? typeof key === "string" : node.type === "array" && typeof key === "number";
    if (key === undefined || !isRoomy) return replaceNode(body, node, nested(rest, value));
    return insert(body, node, key, nested(inner, value));
  });
}

/** The text without what is at a place; what encloses it goes too where it becomes empty and `isOptional` says so. */
export function remove(text: string, path: Path, isOptional: (path: Path) => boolean = () => false): string {
  return edited(text, (_, root) => {
    const { node, rest } = reach(root, path);
    if (rest.length > 0) return undefined;
    let target = node;
    let depth = path.length;
    for (; depth > 1 && isOptional(path.slice(0, depth - 1)); depth--) {
      const around = containerOf(target);
      if (around?.children?.length !== 1) break;
      target = around;
    }
    return cut(target);
  });
}

/** What stands at a place, as it is written. */
export function sourceAt(text: string, path: Path): Verbatim | undefined {
  const body = bodyOf(text);
  const root = parseTree(body);
  if (!root) return undefined;
  const { node, rest } = reach(root, path);
  return rest.length > 0 ? undefined : new Verbatim(body.slice(node.offset, end(node)));
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

const BYTE_ORDER_MARK = "\ufeff";
const bodyOf = (text: string): string => (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);

function edited(text: string, edit: (body: string, root: Node) => Edit | undefined): string {
  const body = bodyOf(text);
  const root = parseTree(body);
  const change = root && edit(body, root);
  if (!change) return text;
  const start = text.slice(0, text.length - body.length);
  return start + body.slice(0, change.from) + change.text + body.slice(change.to);
}

/** The deepest node on the way to a place, and the keys that are left. */
function reach(root: Node, path: Path): { node: Node; rest: Path } {
  let node = root;
  for (const [depth, key] of path.entries()) {
    const child = childOf(node, key);
    if (!child) return { node, rest: path.slice(depth) };
    node = child;
  }
  return { node, rest: [] };
}

function childOf(node: Node, key: Key): Node | undefined {
  if (node.type === "array") return typeof key === "number" ? node.children?.[key] : undefined;
  // Where a key stands twice, the last one counts.
  return node.children?.findLast((property) => keyOf(property) === key)?.children?.[1];
}

const keyOf = (property: Node): unknown => property.children?.[0]?.value;
const end = ({ offset, length }: Node): number => offset + length;

/** The list or object that a value stands in. */
const containerOf = ({ parent }: Node): Node | undefined => (parent?.type === "property" ? parent.parent : parent);

const nested = (path: Path, value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }), value);

function replaceNode(body: string, node: Node, value: unknown): Edit {
  return { from: node.offset, to: end(node), text: print(value, layoutAt(body, node)) };
}

function insert(body: string, container: Node, key: Key, value: unknown): Edit {
  const children = container.children ?? [];
  const [first, second] = children;
  const name = typeof key === "string" ? `${JSON.stringify(key)}: ` : "";
  const own = layoutAt(body, container);
  const inside: Layout = {
    ...own,
    indent: own.indent + own.unit,
    isOneLine: own.isOneLine || isOnOneLine(body, container),
  };
  const item = name + print(value, inside);
  if (!first) {
    const { eol, indent } = own;
    const roomy =
      container.type === "object" && !own.isOneLine ? [`${eol}${inside.indent}`, `${eol}${indent}`] : undefined;
    const [before, after] = roomy ?? (container.type === "object" ? [" ", " "] : ["", ""]);
    return { from: container.offset + 1, to: end(container) - 1, text: `${before}${item}${after}` };
  }
  const lead = body.slice(container.offset + 1, first.offset);
  const index = container.type === "object" ? placeOf(children, key as string) : children.length;
  const previous = children[index - 1];
  if (!previous)
    return {
      from: first.offset,
      to: first.offset,
      text: `${item},${second ? spaceBetween(body, first, second) : lead || " "}`,
    };
  const space = second ? spaceBetween(body, first, second) : lead.includes("\n") ? lead : " ";
  return { from: end(previous), to: end(previous), text: `,${space}${item}` };
}

const spaceBetween = (body: string, first: Node, second: Node): string =>
  body.slice(end(first), second.offset).replace(",", "");

/** Behind the last key that customarily comes earlier, else at the end. */
function placeOf(properties: readonly Node[], key: string): number {
  const rank = CUSTOMARY.indexOf(key);
  if (rank < 0) return properties.length;
  const ranks = properties.map((property) => CUSTOMARY.indexOf(String(keyOf(property))));
  const earlier = ranks.findLastIndex((other) => other >= 0 && other < rank);
  return earlier < 0 && ranks.every((other) => other < 0) ? properties.length : earlier + 1;
}

function cut(value: Node): Edit | undefined {
  const container = containerOf(value);
  const child = value.parent?.type === "property" ? value.parent : value;
  const siblings = container?.children ?? [];
  const index = siblings.indexOf(child);
  if (!container || index < 0) return undefined;
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  if (previous) return { from: end(previous), to: end(child), text: "" };
  if (next) return { from: child.offset, to: next.offset, text: "" };
  return { from: container.offset + 1, to: end(container) - 1, text: "" };
}

/** How values are written where one is put in. */
interface Layout {
  eol: string;
  unit: string;
  indent: string;
  isOneLine: boolean;
}

function layoutAt(body: string, node: Node): Layout {
  const lineStart = body.lastIndexOf("\n", node.offset) + 1;
  const container = containerOf(node);
  return {
    eol: body.includes("\r\n") ? "\r\n" : "\n",
    unit: /\n([ \t]+)/.exec(body)?.[1] ?? "  ",
    indent: /^[ \t]*/.exec(body.slice(lineStart))?.[0] ?? "",
    isOneLine: container !== undefined && isOnOneLine(body, container),
  };
}

const isOnOneLine = (body: string, { offset, children }: Node): boolean => {
  const first = children?.[0];
  return first !== undefined && !body.slice(offset, first.offset).includes("\n");
};

function print(value: unknown, layout: Layout): string {
  if (value instanceof Verbatim) return value.json;
  const line = onOneLine(value);
  const entries = isFields(value)
    ? Object.entries(value)
    : Array.isArray(value)
      ? value.map((item) => [undefined, item])
      : [];
  const isDeep = entries.some(([, item]) => typeof item === "object" && item !== null && !(item instanceof Verbatim));
  if (layout.isOneLine || entries.length === 0 || (!isDeep && line.length <= ONE_LINE_CHARS)) return line;
  const { eol, indent, unit } = layout;
  const inner = { ...layout, indent: indent + unit };
  const items = entries.map(
    ([key, item]) => `${inner.indent}${key === undefined ? "" : `${JSON.stringify(key)}: `}${print(item, inner)}`,
  );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}${eol}${items.join(`,${eol}`)}${eol}${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (value instanceof Verbatim) return value.json;
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
