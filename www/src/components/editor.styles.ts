import { css } from "lit";

export const editorStyles = css`
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
  .tools {
    display: flex;
    gap: 0.5rem;
  }
  .tools .button {
    position: relative;
  }
  button:disabled {
    border-color: var(--line);
    color: var(--ink-soft);
    cursor: default;
  }
  :host([embedded]) section {
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  .field {
    display: grid;
    flex: 1;
    grid-template-columns: auto minmax(0, 1fr);
    min-height: 0;
    border-top: 1px solid var(--line);
    background: var(--sunken);
    font: 400 0.8125rem/1.5 var(--mono);
    tab-size: 2;
  }
  .gutter {
    overflow: hidden;
    min-width: 2.75rem;
    height: 0;
    min-height: 100%;
    padding: 0.625rem 0.5rem 2rem 0.75rem;
    border-inline-end: 1px solid var(--line);
    color: var(--ink-soft);
    text-align: end;
    white-space: pre;
    user-select: none;
  }
  .gutter b {
    color: var(--bad);
    font-weight: 700;
  }
  textarea {
    display: block;
    width: 100%;
    height: 100%;
    min-height: 9rem;
    margin: 0;
    padding: 0.625rem 0.75rem;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    tab-size: inherit;
    resize: none;
    overflow: auto;
  }
  textarea:focus-visible {
    outline-offset: -2px;
  }
  .summary {
    padding: 2rem 1rem;
    border-top: 1px solid var(--line);
    background: var(--sunken);
    color: var(--ink-soft);
    text-align: center;
  }
`;
