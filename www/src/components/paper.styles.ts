import { css } from "lit";

/** Not on the screen. */
export const onPaper = css`
  :host {
    display: none;
  }
  @media print {
    :host {
      display: block;
    }
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font-size: 0.75rem;
  }
  th,
  td {
    padding: 0.2rem 0.75rem 0.2rem 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--ink-soft);
    font-weight: 500;
  }
  tr {
    break-inside: avoid;
  }
`;
