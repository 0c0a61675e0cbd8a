import { html, svg, type TemplateResult } from "lit";

const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;

export const CROSS = icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />`);
