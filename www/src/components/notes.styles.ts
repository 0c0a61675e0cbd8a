import { css } from "lit";

export const notesStyles = css`
  .note {
    display: flex;
    gap: 0.5rem;
    padding: 0.5rem 0.875rem;
    border-top: 1px solid var(--tone-line);
    background: var(--tone-tint);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .note svg {
    margin-top: 0.05rem;
    color: var(--tone);
  }
  .note .link {
    font-weight: 600;
  }
  .help {
    color: var(--ink-soft);
  }
  p .help {
    display: block;
  }
  .refused .help {
    display: inline;
  }
`;
