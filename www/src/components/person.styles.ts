import { css } from "lit";

export const personStyles = css`
  dialog {
    width: min(38rem, calc(100vw - 2rem));
    max-width: none;
    max-height: calc(100dvh - 2rem);
    padding: 0;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  article {
    display: grid;
    gap: 0.75rem;
    padding: 1.125rem 1.25rem 1.375rem;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.125rem 1rem;
  }
  h2 {
    width: fit-content;
    border-radius: 0.25rem;
    overflow-wrap: anywhere;
  }
  .email {
    overflow-wrap: anywhere;
  }
  .close {
    justify-content: center;
    grid-row: 1 / span 2;
    grid-column: 2;
    align-self: start;
    width: 2rem;
    padding: 0;
    border-color: transparent;
  }
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.625rem;
    font-size: var(--small);
  }
  h3 {
    margin: 0.25rem 0 -0.375rem;
    font-size: 0.875rem;
    font-weight: 650;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--small);
  }
  th,
  td {
    padding: 0.3125rem 0.5rem 0.3125rem 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    overflow-wrap: anywhere;
  }
  th {
    color: var(--ink-soft);
    font-weight: 500;
  }
  .because {
    display: grid;
    gap: 0.25rem;
  }
  .because li {
    padding-inline-start: 0.875rem;
    overflow-wrap: anywhere;
    text-indent: -0.875rem;
  }
  .because li::before {
    display: inline-block;
    width: 0.875rem;
    color: var(--ink-soft);
    content: "•";
    text-indent: 0;
  }
  .caution {
    color: var(--tone);
  }
`;
