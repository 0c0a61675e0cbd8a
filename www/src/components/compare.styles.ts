import { css } from "lit";

export const compareStyles = css`
  h2 {
    margin-bottom: 0.75rem;
  }
  h3,
  caption {
    font-size: 0.9375rem;
    font-weight: 650;
    text-align: start;
  }
  .box,
  .side {
    padding: 0.75rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.5rem;
  }
  p + .actions {
    margin-top: 0.5rem;
  }
  .actions + div {
    display: grid;
    gap: 0.75rem;
    margin-top: 0.75rem;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .side {
    border-color: var(--tone-line);
    background: var(--tone-tint);
  }
  .side p {
    display: flex;
    gap: 0.4rem;
  }
  .side svg {
    margin-top: 0.15rem;
    color: var(--tone);
  }
  .only li {
    display: flex;
    gap: 0.4rem;
    margin-top: 0.25rem;
    font-size: var(--small);
  }
  .only svg {
    margin-top: 0.1rem;
    color: var(--tone);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--small);
  }
  caption {
    padding-bottom: 0.25rem;
  }
  th,
  td {
    padding: 0.3rem 0 0.3rem 1rem;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    overflow-wrap: anywhere;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--ink-soft);
    font-weight: 500;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  .settings th:first-child {
    width: 40%;
  }
  .outcomes {
    justify-self: start;
    width: auto;
    font-variant-numeric: tabular-nums;
  }
  .outcomes td,
  .outcomes th + th {
    padding-inline-start: 2rem;
    text-align: end;
  }
  .differs td {
    font-weight: 650;
  }
  .scrolls {
    max-height: 26rem;
    overflow: auto;
  }
  .scrolls > button {
    margin-top: 0.5rem;
  }
  .people th {
    min-width: 7rem;
    overflow-wrap: break-word;
  }
  .people td .small {
    display: block;
  }
  @media print {
    .scrolls {
      max-height: none;
    }
    :host([idle]) {
      display: none;
    }
    tr {
      break-inside: avoid;
    }
  }
  @media (max-width: 30rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
