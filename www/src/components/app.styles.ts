import { css } from "lit";

export const appStyles = css`
  :host {
    max-width: 108rem;
    margin: 0 auto;
    padding: 0 1.5rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.125rem 0.875rem;
    padding: 1.125rem 0 1rem;
  }
  h1 {
    font-size: 1.125rem;
    font-weight: 700;
    letter-spacing: -0.015em;
  }
  .jump {
    align-self: center;
    min-height: 1.875rem;
    margin-inline-start: auto;
  }
  .languages {
    display: flex;
    align-self: center;
  }
  h2 {
    border-radius: 0.25rem;
    scroll-margin-top: 1rem;
  }
  .languages button {
    min-height: 1.875rem;
    border-color: var(--line-strong);
    border-radius: 0;
  }
  .languages button:first-child {
    border-start-start-radius: 0.4375rem;
    border-end-start-radius: 0.4375rem;
  }
  .languages button:last-child {
    margin-inline-start: -1px;
    border-start-end-radius: 0.4375rem;
    border-end-end-radius: 0.4375rem;
  }
  .languages button[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .languages button:focus-visible {
    z-index: 1;
  }
  main {
    display: grid;
    gap: 1.75rem;
  }
  .answer {
    display: grid;
    align-content: start;
    gap: 1.75rem;
    min-width: 0;
  }
  .inputs {
    display: grid;
    align-content: start;
    gap: 0.875rem;
    min-width: 0;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }
  .heading span {
    display: flex;
    gap: 0.375rem;
  }
  .heading button {
    min-height: 1.75rem;
    padding: 0.125rem 0.5rem;
  }
  button:disabled {
    border-color: var(--line);
    color: var(--ink-soft);
    cursor: default;
  }
  rc-editor {
    height: 24rem;
  }
  footer {
    display: grid;
    gap: 0.25rem;
    margin-top: 2rem;
    padding: 1rem 0 2rem;
    border-top: 1px solid var(--line);
  }
  .privacy {
    display: flex;
    align-items: flex-start;
    gap: 0.4rem;
    color: var(--ink);
  }
  .privacy svg {
    color: var(--good);
  }

  @media (max-width: 36rem) {
    :host {
      padding: 0 1rem;
    }
    header p {
      order: 3;
      flex-basis: 100%;
    }
  }

  @media print {
    :host {
      max-width: none;
      padding: 0;
    }
    header > .jump,
    .languages,
    .inputs,
    .privacy,
    rc-reading,
    rc-linked,
    rc-exports,
    rc-people,
    rc-compare,
    rc-person {
      display: none;
    }
    header {
      padding-top: 0;
    }
    main,
    .answer {
      display: block;
    }
    .answer > * + * {
      margin-top: 1.25rem;
    }
    footer {
      margin-top: 1.25rem;
      padding-bottom: 0;
    }
  }

  /* Wide enough for both: the inputs stay in view beside the answer. */
  @media screen and (min-width: 80rem) {
    main {
      grid-template-columns: minmax(0, 1fr) minmax(26rem, 34rem);
    }
    .jump {
      display: none;
    }
    .languages {
      margin-inline-start: auto;
    }
    .inputs {
      position: sticky;
      top: 1rem;
      grid-template-rows: auto minmax(0, 2fr) minmax(0, 1fr);
      align-self: start;
      height: calc(100vh - 5.5rem);
    }
    .inputs.of-files {
      grid-template-rows: auto minmax(0, 1fr) minmax(0, 1fr);
    }
    rc-editor {
      height: auto;
    }
  }
`;
