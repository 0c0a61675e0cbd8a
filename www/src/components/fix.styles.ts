import { css } from "lit";

export const fixStyles = css`
  .fix {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.75rem;
    align-items: start;
  }
  .fix .title {
    overflow-wrap: anywhere;
  }
  .fix .title::first-letter {
    text-transform: uppercase;
  }
  .fix .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.875rem;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .fix details,
  .fix .unfit {
    grid-column: 1 / -1;
    font-size: var(--small);
  }
  .fix .review {
    color: var(--caution);
    font-weight: 550;
  }
  .effects {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    margin-top: 0.25rem;
    padding: 0.625rem 0.75rem;
    border-radius: 0.5rem;
    background: var(--sunken);
    overflow-wrap: anywhere;
  }
  .answer .badge {
    border-radius: 0.5rem;
    white-space: normal;
  }
  .effects strong {
    font-weight: 600;
  }
  .effects ul {
    padding-inline-start: 1rem;
    list-style: disc;
  }
  button:disabled {
    border-color: var(--line);
    color: var(--ink-soft);
    cursor: default;
  }
  @media (max-width: 36rem) {
    .fix {
      grid-template-columns: minmax(0, 1fr);
    }
    .fix > button {
      justify-self: start;
    }
  }
`;
