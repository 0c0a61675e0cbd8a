import { css } from "lit";

/** What every component starts from. */
export const base = css`
  :host {
    display: block;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.3;
  }
  svg {
    display: block;
    flex: none;
    width: 1.25em;
    height: 1.25em;
  }
  code {
    font: 0.9em var(--mono);
    overflow-wrap: anywhere;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--small);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    h2,
    h3,
    summary {
      break-after: avoid;
    }
    p {
      orphans: 2;
      widows: 2;
    }
  }
`;

export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.4375rem;
    background: var(--surface);
    color: var(--ink);
    font: 500 var(--small) / 1.3 var(--sans);
    text-align: start;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  .button:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  button.link {
    display: inline;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: 0.25rem;
    background: none;
    color: var(--accent);
    font: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  button.link:hover {
    text-decoration-thickness: 2px;
  }
  summary {
    width: fit-content;
    border-radius: 0.25rem;
    color: var(--ink-soft);
    cursor: pointer;
  }
  summary:hover {
    color: var(--ink);
  }
  @media print {
    button,
    .button,
    select,
    input,
    textarea {
      display: none;
    }
    button.link {
      color: inherit;
      text-decoration: none;
    }
    summary {
      list-style: none;
    }
  }
`;

/** Sets `--tone`, `--tone-tint` and `--tone-line` for a verdict, a severity or an outcome. */
export const tones = css`
  .bad {
    --tone: var(--bad);
    --tone-tint: var(--bad-tint);
    --tone-line: var(--bad-line);
  }
  .caution {
    --tone: var(--caution);
    --tone-tint: var(--caution-tint);
    --tone-line: var(--caution-line);
  }
  .good {
    --tone: var(--good);
    --tone-tint: var(--good-tint);
    --tone-line: var(--good-line);
  }
  .calm {
    --tone: var(--calm);
    --tone-tint: var(--calm-tint);
    --tone-line: var(--calm-line);
  }
  .plain {
    --tone: var(--ink-soft);
    --tone-tint: var(--sunken);
    --tone-line: var(--line);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    width: fit-content;
    padding: 0.1rem 0.5rem 0.1rem 0.35rem;
    border: 1px solid var(--tone-line);
    border-radius: 1rem;
    background: var(--tone-tint);
    color: var(--tone);
    font-size: 0.78125rem;
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
  }
  .badge svg {
    width: 1.1em;
    height: 1.1em;
  }
`;

/** One of the inputs: a framed section with a header, on which files can be dropped. */
export const panel = css`
  :host {
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  section.bad {
    border-color: var(--bad);
  }
  :host([dropping]) section {
    border-color: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.625rem 0.875rem;
  }
`;
