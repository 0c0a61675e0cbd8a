import { css } from "lit";

export const settingsStyles = css`
  header {
    border-bottom: 1px solid var(--line);
  }
  h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 650;
    line-height: 1.3;
  }
  .title {
    flex: 1 1 12rem;
  }
  .title p {
    line-height: 1.35;
  }
  /* The tabs stay where they are, whatever comes before them. */
  .tools {
    display: flex;
    flex-wrap: wrap-reverse;
    justify-content: end;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  .tools .button {
    position: relative;
  }
  button:disabled {
    border-color: var(--line);
    color: var(--ink-soft);
    cursor: default;
  }
  [role="tablist"] {
    display: flex;
    padding: 0.125rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.5625rem;
    background: var(--sunken);
  }
  [role="tab"] {
    min-height: 1.625rem;
    padding: 0.125rem 0.75rem;
    border-color: transparent;
    background: none;
  }
  [role="tab"][aria-selected="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  [role="tabpanel"] {
    flex: 1;
    min-height: 0;
  }
  :host([view="form"]) [role="tabpanel"] {
    position: relative;
    overflow: auto;
  }
  .notes .note:first-child {
    border-top: 0;
  }
  .notes .note {
    border-bottom: 1px solid var(--tone-line);
  }
  rc-editor {
    height: 22rem;
  }

  /* One above the other, the page scrolls and not the form. */
  @media (max-width: 79.99rem) {
    :host([view="form"]) section {
      height: auto;
      overflow: visible;
    }
    :host([view="form"]) [role="tabpanel"] {
      overflow: visible;
    }
  }
  @media (min-width: 80rem) {
    rc-editor {
      height: 100%;
    }
  }
`;
