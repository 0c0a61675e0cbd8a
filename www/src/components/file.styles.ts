import { css } from "lit";

export const fileStyles = css`
  article {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem 0.875rem;
    border-inline-start: 4px solid var(--tone-line);
    font-size: var(--small);
  }
  article.bad,
  article.caution {
    border-inline-start-color: var(--tone);
  }
  .top {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 0.5rem;
  }
  .top > svg {
    margin-top: 0.05rem;
    color: var(--tone);
  }
  .name {
    margin: 0;
    width: fit-content;
    border-radius: 0.25rem;
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    color: var(--ink-soft);
  }
  .kind select {
    width: auto;
    min-height: 1.75rem;
    padding: 0.125rem 0.375rem;
  }
  .remove {
    min-height: 1.75rem;
    padding: 0.125rem 0.5rem;
    border-color: var(--line);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    font-variant-numeric: tabular-nums;
  }
  .strong {
    color: var(--tone);
    font-weight: 600;
  }
  .note,
  .problem,
  .problems {
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--tone);
    font-weight: 550;
  }
  .problems {
    display: grid;
    gap: 0.25rem;
  }
  .problems li {
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--caution-line);
  }
  .place {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .problem .place {
    color: inherit;
  }
  details .problems {
    margin-top: 0.375rem;
  }
  .counts,
  .note,
  .problem,
  article > .problems,
  details,
  .again,
  .ask {
    margin-inline-start: calc(1.25em + 0.5rem);
  }
  .ask {
    margin-top: 0.125rem;
    padding: 0.75rem;
    border: 1px solid var(--caution-line);
    border-radius: 0.4375rem;
    background: var(--caution-tint);
  }
  .ask > .buttons {
    margin-top: 0.5rem;
  }

  @media (max-width: 36rem) {
    .ask {
      margin-inline-start: 0;
    }
  }
`;
