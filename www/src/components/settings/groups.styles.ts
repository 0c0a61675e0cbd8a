import { css } from "lit";

export const groupsStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.375rem;
    min-width: 0;
  }
  ul {
    display: contents;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-width: 0;
    max-width: 100%;
    min-height: 2rem;
    padding: 0 0.125rem 0 0.625rem;
    border: 1px solid var(--calm-line);
    border-radius: 1rem;
    background: var(--calm-tint);
    font-size: var(--small);
    line-height: 1.3;
  }
  .chip.caution {
    border-style: dashed;
    border-color: var(--tone);
    background: var(--tone-tint);
  }
  .text {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  small {
    color: var(--ink-soft);
    font-size: 0.75rem;
  }
  .caution small {
    color: var(--tone);
  }
  .chip small {
    flex: none;
    white-space: nowrap;
  }
  .chip button {
    flex: none;
    justify-content: center;
    width: 1.625rem;
    min-height: 1.625rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--ink-soft);
  }
  .chip button:hover {
    background: var(--surface);
    color: var(--ink);
  }
  .chip svg {
    width: 0.9rem;
    height: 0.9rem;
  }
  .combobox {
    flex: 1 1 9rem;
    min-width: 0;
    max-width: 22rem;
  }
  input {
    width: 100%;
    min-width: 0;
    min-height: 2rem;
    padding: 0.25rem 0.625rem;
    border: 1px dashed var(--line-strong);
    border-radius: 1rem;
    background: none;
    color: var(--ink);
    font: 400 var(--small) / 1.3 var(--sans);
  }
  input:hover,
  input:focus {
    border-style: solid;
    background: var(--surface);
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  [role="listbox"] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    top: calc(100% + 0.25rem);
    max-width: 30rem;
    max-height: 15rem;
    padding: 0.25rem;
    overflow: auto;
    border: 1px solid var(--line-strong);
    border-radius: 0.625rem;
    background: var(--surface);
    box-shadow: 0 0.5rem 1.5rem light-dark(rgb(31 29 26 / 14%), rgb(0 0 0 / 45%));
    scroll-margin: 0.75rem;
  }
  [role="option"] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    padding: 0.3125rem 0.5rem;
    border-radius: 0.375rem;
    font-size: var(--small);
    cursor: pointer;
  }
  [role="option"] .text {
    flex: 1 1 6rem;
  }
  [role="option"][aria-selected="true"] {
    background: var(--calm-tint);
    box-shadow: inset 0 0 0 1px var(--calm-line);
  }
  [role="option"][aria-disabled="true"] {
    color: var(--ink-soft);
    cursor: default;
  }
  .tag {
    font-style: italic;
  }
`;
