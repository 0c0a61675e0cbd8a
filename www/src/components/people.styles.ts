import { css } from "lit";

export const peopleStyles = css`
  :host {
    container-type: inline-size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    margin-bottom: 0.75rem;
  }
  h2 {
    border-radius: 0.25rem;
    scroll-margin-top: 1rem;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin-inline-start: auto;
  }
  label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  label span {
    white-space: nowrap;
  }
  select,
  input {
    min-height: 2rem;
    min-width: 0;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.4375rem;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--small) / 1.3 var(--sans);
  }
  input {
    width: 11rem;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  table {
    width: 100%;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    border-spacing: 0;
    background: var(--surface);
    font-size: var(--small);
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--ink-soft);
    font-weight: 500;
    white-space: nowrap;
  }
  tbody th,
  tbody td {
    border-top: 1px solid var(--line);
  }
  .who {
    min-width: 14.5rem;
    font-weight: 550;
  }
  .who span {
    display: block;
    overflow-wrap: anywhere;
  }
  .email {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .who .email:only-child {
    color: var(--ink);
  }
  .move {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.3rem;
  }
  .arrow {
    position: relative;
    color: var(--ink-soft);
  }
  .arrow svg {
    width: 0.95em;
    height: 0.95em;
  }
  .why {
    min-width: 12rem;
    overflow-wrap: anywhere;
  }
  .why {
    position: relative;
  }
  .why li {
    padding-inline-start: 0.75rem;
    line-height: 1.45;
    text-indent: -0.75rem;
  }
  .why li::before {
    display: inline-block;
    width: 0.75rem;
    color: var(--ink-soft);
    content: "·";
    font-weight: 700;
    text-indent: 0;
  }
  .why .depends {
    color: var(--caution);
  }
  .empty {
    padding: 1.5rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    text-align: center;
  }
  .more {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-top: 0.75rem;
  }

  @container (min-width: 60rem) {
    .move {
      flex-wrap: nowrap;
      white-space: nowrap;
    }
  }

  /* Too narrow for six columns: a card a person, each cell with its column's name. */
  @container (max-width: 52rem) {
    .controls {
      flex: 1 1 100%;
    }
    .controls label:last-child,
    .controls input {
      flex: 1;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
      gap: 0.25rem 0.75rem;
      padding: 0.75rem 1rem;
    }
    tbody tr + tr {
      border-top: 1px solid var(--line);
    }
    tbody th,
    tbody td {
      padding: 0;
      border: 0;
    }
    .who,
    .why {
      grid-column: 1 / -1;
    }
    td::before {
      display: block;
      color: var(--ink-soft);
      content: attr(data-label);
      font-size: 0.75rem;
    }
  }
`;
