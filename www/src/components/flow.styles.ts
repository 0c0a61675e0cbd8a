import { css } from "lit";

export const flowStyles = css`
  :host {
    --label: 11rem;

    container-type: inline-size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-bottom: 0.75rem;
  }
  .kinds {
    display: flex;
  }
  .kinds button {
    border-radius: 0;
  }
  .kinds button:first-child {
    border-start-start-radius: 0.4375rem;
    border-end-start-radius: 0.4375rem;
  }
  .kinds button:last-child {
    margin-inline-start: -1px;
    border-start-end-radius: 0.4375rem;
    border-end-end-radius: 0.4375rem;
  }
  .kinds button[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .kinds button:focus-visible {
    z-index: 1;
  }
  .card {
    padding: 0.875rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .late svg {
    opacity: 0.6;
    transition: opacity 0s 0.2s;
  }
  .sides {
    display: flex;
    justify-content: space-between;
    margin-bottom: 0.5rem;
    color: var(--ink-soft);
    font-size: var(--small);
    font-weight: 500;
  }
  .picture {
    display: grid;
    grid-template-columns: var(--label) minmax(0, 1fr) var(--label);
  }
  .places {
    position: relative;
  }
  .picture svg {
    width: 100%;
    height: auto;
    overflow: visible;
  }
  .place {
    position: absolute;
    inset-inline: 0;
    display: block;
    min-height: 1.5rem;
    padding: 0 0.5rem;
    border: 0;
    border-radius: 0.25rem;
    background: none;
    font-weight: 500;
    line-height: 1.0625rem;
    transform: translateY(-50%);
    overflow-wrap: anywhere;
  }
  .before .place {
    text-align: end;
  }
  .place b {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .bars rect {
    fill: var(--ink-soft);
  }
  .link {
    cursor: pointer;
    outline-offset: -1px;
  }
  .link,
  .place {
    scroll-margin-bottom: 7rem; /* the caption's */
  }
  .link path {
    fill: none;
  }
  .flow {
    stroke: var(--tone);
    stroke-opacity: 0.5;
  }
  .plain .flow {
    stroke: var(--line-strong);
    stroke-opacity: 0.3;
  }
  .area {
    pointer-events: stroke;
  }
  .link:is(:hover, :focus-visible) .flow {
    stroke-opacity: 0.85;
  }
  .link text {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
    font: 600 0.75rem var(--sans);
    font-variant-numeric: tabular-nums;
    dominant-baseline: central;
    pointer-events: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.125rem;
    margin-top: 0.75rem;
    font-size: var(--small);
  }
  .legend li {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
  }
  .legend .sign {
    display: inline-grid;
    place-items: center;
    width: 1.125rem;
    height: 1.125rem;
    border-radius: 0.25rem;
    background: var(--tone-tint);
    box-shadow: inset 0 0 0 1px var(--tone-line);
    color: var(--tone);
    font-weight: 700;
    line-height: 1;
  }
  .legend b {
    font-variant-numeric: tabular-nums;
  }
  /* As high whatever it says, so that nothing below it moves; in sight while any of a high picture is. */
  .caption:not(.soft) {
    position: sticky;
    bottom: 0;
  }
  .caption {
    height: 5.75em;
    margin-top: 0.5rem;
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
    overflow: hidden;
    background: var(--surface);
    font-size: var(--small);
    line-height: 1.25rem;
  }
  .caption p {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .caption strong {
    font-weight: 650;
  }
  details {
    margin-top: 0.5rem;
    font-size: var(--small);
  }
  table {
    margin-top: 0.375rem;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    padding: 0.25rem 1.25rem 0.25rem 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    color: var(--ink-soft);
    font-weight: 500;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 600;
  }
  .number {
    text-align: end;
  }
  @container (max-width: 36rem) {
    .card {
      padding: 0.75rem;
    }
    .picture {
      --label: 5.25rem;
    }
    .place {
      padding: 0 0.25rem;
      font-size: 0.75rem;
      line-height: 0.9375rem;
    }
    .before .place {
      padding-inline-start: 0;
    }
    .after .place {
      padding-inline-end: 0;
    }
    th,
    td {
      padding-inline-end: 0.75rem;
    }
  }
  @media print {
    .kinds,
    .caption,
    summary {
      display: none;
    }
    .late svg {
      opacity: 1;
    }
    .bar,
    .sides {
      break-after: avoid;
    }
    .picture {
      grid-template-columns: 9.5rem 380px 9.5rem;
      justify-content: center;
      break-inside: avoid;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
