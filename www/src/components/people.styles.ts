import { css } from "lit";

export const peopleStyles = css`
  :host {
    --row: 3.25rem;
    --columns: minmax(0, 2.8fr) minmax(0, 1.7fr) minmax(0, 1.7fr) minmax(7.5rem, 1fr) minmax(0, 1.2fr) minmax(0, 2.2fr);

    container-type: inline-size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    margin-bottom: 0.75rem;
  }
  h2 {
    border-radius: 0.25rem;
    scroll-margin-top: 1rem;
  }
  .controls {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 0.5rem 0.625rem;
  }
  label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-width: 0;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  label > span {
    white-space: nowrap;
  }
  .search {
    flex: 1 1 12rem;
    max-width: 20rem;
    margin-inline-start: auto;
  }
  select,
  input {
    min-width: 0;
    max-width: 100%;
    min-height: 2rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.4375rem;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--small) / 1.3 var(--sans);
  }
  select:disabled {
    border-color: var(--line);
    color: var(--ink-soft);
  }
  input {
    flex: 1;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  .probe {
    position: absolute;
    width: 0;
    height: var(--row);
    visibility: hidden;
  }
  .view {
    position: relative;
    max-height: min(42rem, 80vh);
    min-height: 8rem;
    overflow: auto;
    overflow-anchor: none;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--small);
  }
  .head {
    position: sticky;
    z-index: 1;
    top: 0;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    color: var(--ink-soft);
    font-weight: 500;
  }
  .head > div,
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    gap: 0 0.75rem;
    padding: 0 0.75rem;
  }
  .head > div {
    height: 2.25rem;
  }
  .space {
    position: relative;
    overflow: clip;
  }
  .row {
    position: absolute;
    inset: 0 0 auto;
    height: var(--row);
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    line-height: 1.35;
    cursor: pointer;
  }
  .row:hover {
    background: var(--sunken);
  }
  .row:focus-visible {
    z-index: 1;
    outline-offset: -2px;
  }
  .row > div,
  .who span,
  .head span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who {
    font-weight: 550;
  }
  .who span {
    display: block;
  }
  .email {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .who .email:only-child {
    color: var(--ink);
  }
  .why {
    color: var(--ink-soft);
  }
  .move {
    display: inline-flex;
    align-items: center;
    gap: 0 0.3rem;
  }
  .arrow {
    position: relative;
    flex: none;
    color: var(--ink-soft);
  }
  .arrow svg {
    width: 0.95em;
    height: 0.95em;
  }
  .waiting > div::after {
    display: block;
    width: 60%;
    height: 0.625rem;
    border-radius: 0.3125rem;
    background: var(--sunken);
    content: "";
  }
  .waiting .visually-hidden {
    display: block;
  }
  .empty {
    padding: 1.5rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    text-align: center;
  }

  /* Too narrow for six columns: a card a person, its role and seat with their names. */
  @container (max-width: 52rem) {
    .view,
    .probe {
      --row: 9.25rem;
    }
    .head {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .row {
      grid-template: "who who" 2.5rem "role seat" 2.5rem "outcome when" 1.75rem "why why" 1.25rem / minmax(0, 1fr) minmax(0, 1fr);
      align-content: center;
      padding: 0 1rem;
    }
    .who {
      grid-area: who;
    }
    .role {
      grid-area: role;
    }
    .seat {
      grid-area: seat;
    }
    .outcome {
      grid-area: outcome;
    }
    .when {
      grid-area: when;
    }
    .why {
      grid-area: why;
    }
    .row > [data-label]::before {
      display: block;
      color: var(--ink-soft);
      content: attr(data-label);
      font-size: 0.75rem;
    }
    .search {
      flex-basis: 100%;
      max-width: none;
    }
  }
`;
