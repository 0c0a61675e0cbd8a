// Where the flows are drawn. Each has a strip to itself at either end, high enough to be hit and to bear its number, and
// is drawn in it as thick as it has people: so that one among a hundred thousand is seen, and nothing overlaps.

import { sankey, sankeyLinkHorizontal, type SankeyGraph } from "d3-sankey";
import { rank, total, type FlowLink, type Place } from "./flow.ts";

/** The least height of a strip: that of a target for a finger. */
const STRIP = 24;
const THINNEST = 3;
/** How thick all people together are. */
const ALL = 200;
const BAR = 4;

export interface Drawn {
  links: readonly DrawnLink[];
  nodes: readonly DrawnNode[];
  height: number;
}

export interface DrawnLink extends FlowLink {
  path: string;
  thickness: number;
  strip: number;
  /** Where it begins. */
  x: number;
  y: number;
}

export interface DrawnNode {
  side: Side;
  place: Place;
  people: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Side = "before" | "after";

interface Node {
  id: string;
  side: Side;
  place: Place;
}

interface Link {
  source: string;
  target: string;
  value: number;
  link: FlowLink;
}

const idOf = (side: Side, place: Place): string => `${side} ${place}`;

/** `gap`: between two places, one above the other. */
export function draw(links: readonly FlowLink[], width: number, gap: number): Drawn {
  if (links.length === 0 || width <= 2 * BAR) return { links: [], nodes: [], height: 0 };
  const all = total(links);
  const thickness = ({ people }: FlowLink) => Math.max(THINNEST, (people / all) * ALL);
  const strip = (link: FlowLink) => Math.max(STRIP, thickness(link));
  const [left, right] = [placesOf(links, "before"), placesOf(links, "after")];
  const height = links.reduce((sum, link) => sum + strip(link), 0) + (Math.max(left.length, right.length) - 1) * gap;
  const graph = sankey<SankeyGraph<Node, Link>, Node, Link>()
    .nodeId(({ id }) => id)
    .nodeSort((a, b) => rank(a.place) - rank(b.place))
    .linkSort((a, b) => rank(a.link.before) - rank(b.link.before) || rank(a.link.after) - rank(b.link.after))
    .nodeWidth(BAR)
    .nodePadding(gap)
    .iterations(0) // the order is ours
    .extent([
      [0, 0],
      [width, height],
    ])({
    nodes: [...left, ...right],
    links: links.map((link) => ({
      source: idOf("before", link.before),
      target: idOf("after", link.after),
      value: strip(link),
      link,
    })),
  });
  const path = sankeyLinkHorizontal<Node, Link>();
  return {
    height,
    links: graph.links.map((drawn) => ({
      ...drawn.link,
      path: path(drawn) ?? "",
      thickness: thickness(drawn.link),
      strip: strip(drawn.link),
      x: BAR,
      y: drawn.y0 ?? 0,
    })),
    nodes: graph.nodes.toSorted((a, b) => rank(a.place) - rank(b.place)).map(({ side, place, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      side,
      place,
      people: total(links.filter((link) => link[side] === place)),
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
    })),
  };
}

const placesOf = (links: readonly FlowLink[], side: Side): Node[] =>
  [...new Set(links.map((link) => link[side]))].map((place) => ({ id: idOf(side, place), side, place }));
