import { css } from "lit";

export const filesStyles = css`
  header {
    border-bottom: 1px solid var(--line);
  }
  h3 {
    width: fit-content;
    border-radius: 0.25rem;
    font-size: 0.9375rem;
    font-weight: 650;
    line-height: 1.3;
  }
  .title p {
    line-height: 1.35;
  }
  .button {
    position: relative;
  }
  .note {
    display: flex;
    gap: 0.5rem;
    padding: 0.5rem 0.875rem;
    border-bottom: 1px solid var(--tone-line);
    background: var(--tone-tint);
    overflow-wrap: anywhere;
  }
  .body {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  li {
    border-bottom: 1px solid var(--line);
  }
  footer {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem 0.875rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
`;

/** Questions about files and their answers. */
export const formStyles = css`
  form,
  fieldset {
    display: grid;
    gap: 0.625rem;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .question {
    padding: 0;
    border-radius: 0.25rem;
    font-weight: 600;
    line-height: 1.4;
  }
  form > .question {
    margin-bottom: -0.375rem;
  }
  legend.question {
    margin-bottom: 0.375rem;
  }
  .choices {
    display: grid;
    gap: 0.5rem;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: 0 0.5rem;
    overflow-wrap: anywhere;
  }
  .choice span {
    display: block;
  }
  input[type="radio"],
  input[type="checkbox"] {
    width: 1rem;
    height: 1rem;
    margin: 0.2rem 0 0;
    accent-color: var(--accent);
  }
  select,
  input[type="text"],
  input[type="search"] {
    width: 100%;
    min-width: 0;
    min-height: 2rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.4375rem;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--small) / 1.3 var(--sans);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover {
    color: var(--accent-ink);
    text-decoration: underline;
  }
`;
