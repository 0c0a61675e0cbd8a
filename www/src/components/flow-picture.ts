// The flows as a drawing, and the way through it by arrow keys.

import { html, svg, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Drawn, DrawnLink, DrawnNode, Side } from "../model/flow-layout.ts";
import { becomes, type Becomes, type Move } from "../model/flow.ts";
import { moveName, placeName, type Strings } from "../strings/index.ts";
import type { Tone } from "./icons.ts";

/** Colour, and a sign for whoever does not see it. */
export const BECOMES_LOOK: Record<Becomes, { tone: Tone; sign: string }> = {
  loses: { tone: "bad", sign: "−" },
  lower: { tone: "caution", sign: "↓" },
  other: { tone: "calm", sign: "→" },
  higher: { tone: "calm", sign: "↑" },
  gains: { tone: "good", sign: "+" },
  same: { tone: "plain", sign: "=" },
};

/** A flow or a place: what can be pointed at, and whom it is about. */
export interface Item {
  key: string;
  move: Move;
  people: number;
}

const linkKey = ({ before, after }: DrawnLink): string => `${before} ${after}`;
const nodeKey = ({ side, place }: DrawnNode): string => `${side}:${place}`;

export const itemsOf = ({ links, nodes }: Drawn): Item[] => [
  ...links.map((link) => ({ key: linkKey(link), move: { before: link.before, after: link.after }, people: link.people })),
  ...nodes.map((node) => ({ key: nodeKey(node), move: { [node.side]: node.place }, people: node.people })),
];

/** Where an arrow key leads: up and down among its like, left and right along the flow. */
export function next({ links, nodes }: Drawn, key: string | undefined, pressed: string): string | undefined {
  const link = links.find((link) => linkKey(link) === key);
  const node = nodes.find((node) => nodeKey(node) === key);
  const along = { ArrowLeft: "before", ArrowRight: "after" } as const;
  if (pressed === "ArrowLeft" || pressed === "ArrowRight") {
    const side = along[pressed];
    if (link) return `${side}:${link[side]}`;
    if (!node || node.side === side) return undefined;
    const first = links.find((link) => link[node.side] === node.place);
    return first && linkKey(first);
  }
  const like = node ? nodes.filter(({ side }) => side === node.side).map(nodeKey) : links.map(linkKey);
  const at = like.indexOf(key ?? "");
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: like.length - 1 }[pressed];
  return to === undefined ? undefined : like[Math.max(0, Math.min(to, like.length - 1))];
}

/** `stop`: what the tab key reaches; without one, the first flow. */
export function picture(strings: Strings, drawn: Drawn, stop: string | undefined): TemplateResult {
  const { links, nodes, height } = drawn;
  const reached = stop ?? (links[0] && linkKey(links[0]));
  const width = Math.max(0, ...nodes.map(({ x, width }) => x + width));
  return html`${places(strings, drawn, "before", reached)}
    <div class="middle">
      <svg viewBox="0 0 ${width} ${height}" role="group" aria-label=${strings.flow.picture} aria-describedby="keys">
        ${repeat(
          links,
          linkKey,
          (link) => flow(strings, link, linkKey(link) === reached),
        )}
        <g class="bars">
          ${nodes.map(({ x, y, width, height }) => svg`<rect x=${x} y=${y} width=${width} height=${height} />`)}
        </g>
      </svg>
    </div>
    ${places(strings, drawn, "after", reached)}`;
}

function flow(strings: Strings, link: DrawnLink, isStop: boolean): TemplateResult {
  const { tone, sign } = BECOMES_LOOK[becomes(link)];
  return svg`<g
    class="link ${tone}"
    role="button"
    tabindex=${isStop ? 0 : -1}
    data-key=${linkKey(link)}
    data-people=${link.people}
    aria-label=${strings.flow.counted(link.people, moveName(strings, link))}
  >
    <path class="area" d=${link.path} stroke-width=${link.strip} />
    <path class="flow" d=${link.path} stroke-width=${link.thickness} />
    <text x=${link.x + 4} y=${link.y}>${sign === "=" ? "" : sign}${strings.people.number(link.people)}</text>
  </g>`;
}

function places(strings: Strings, { nodes, height }: Drawn, side: Side, reached: string | undefined): TemplateResult {
  return html`<div class="places ${side}" .style=${`height: ${height}px`}>
    ${repeat(
      nodes.filter((node) => node.side === side),
      nodeKey,
      (node) => html`<button
        class="place"
        type="button"
        tabindex=${nodeKey(node) === reached ? 0 : -1}
        data-key=${nodeKey(node)}
        data-people=${node.people}
        aria-label=${strings.flow.counted(node.people, moveName(strings, { [side]: node.place }))}
        .style=${`top: ${node.y + node.height / 2}px`}
      >
        ${placeName(strings, node.place)} <b>${strings.people.number(node.people)}</b>
      </button>`,
    )}
  </div>`;
}
