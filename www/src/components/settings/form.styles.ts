import { css } from "lit";

export const formStyles = css`
  :host {
    container-type: inline-size;
    font-size: var(--small);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  h4 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 650;
    line-height: 1.3;
  }
  legend {
    padding: 0;
    font-weight: 600;
    line-height: 1.3;
  }

  .section {
    border-bottom: 1px solid var(--line);
  }
  .section > summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    width: 100%;
    padding: 0.75rem 0.875rem;
    border-radius: 0;
    list-style: none;
  }
  .section > summary::-webkit-details-marker {
    display: none;
  }
  .section > summary::after {
    grid-area: 1 / 2 / 3 / 3;
    align-self: center;
    width: 0.5rem;
    height: 0.5rem;
    margin-inline-end: 0.25rem;
    border: solid var(--ink-soft);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
    content: "";
  }
  .section[open] > summary::after {
    transform: rotate(-135deg);
  }
  .section > summary:hover {
    background: var(--sunken);
  }
  summary h4 {
    color: var(--ink);
  }
  summary:focus-visible {
    outline-offset: -2px;
  }
  .content {
    display: grid;
    gap: 1rem;
  }
  .section > .content {
    padding: 0.25rem 0.875rem 1.25rem;
  }

  .field,
  .group {
    display: grid;
    align-content: start;
    gap: 0.25rem;
    min-width: 0;
  }
  .group {
    gap: 0.625rem;
  }
  .group > legend {
    margin-bottom: 0.5rem;
  }
  .field > label {
    font-weight: 500;
  }
  .pair {
    display: grid;
    gap: 0.875rem 1rem;
  }
  .hint {
    color: var(--ink-soft);
    font-weight: 400;
    line-height: 1.4;
  }
  .odd {
    width: fit-content;
    max-width: 100%;
    padding: 0.125rem 0.5rem;
    border: 1px dashed var(--caution);
    border-radius: 0.4375rem;
    background: var(--caution-tint);
    color: var(--caution);
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  input[type="text"],
  input[type="number"],
  select {
    width: 100%;
    min-width: 0;
    min-height: 2.125rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.4375rem;
    background: var(--surface);
    color: var(--ink);
    font: 400 0.875rem/1.3 var(--sans);
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  :disabled,
  fieldset:disabled .switch,
  fieldset:disabled .card {
    cursor: default;
  }
  fieldset.all:disabled {
    opacity: 0.75;
  }

  .switch {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.5rem;
    width: fit-content;
    min-height: 1.75rem;
    cursor: pointer;
  }
  .switch input {
    position: relative;
    width: 2.25rem;
    height: 1.25rem;
    margin: 0;
    border: 1px solid var(--line-strong);
    border-radius: 1rem;
    background: var(--sunken);
    appearance: none;
    cursor: inherit;
  }
  .switch input::before {
    position: absolute;
    top: 50%;
    inset-inline-start: 0.1875rem;
    width: 0.8125rem;
    height: 0.8125rem;
    border-radius: 50%;
    background: var(--line-strong);
    translate: 0 -50%;
    content: "";
  }
  .switch input:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  .switch input:checked::before {
    inset-inline-start: calc(100% - 1rem);
    background: var(--accent-ink);
  }

  @media (forced-colors: active) {
    .switch input {
      appearance: auto;
    }
  }

  .cards {
    display: grid;
    gap: 0.5rem;
  }
  .card {
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.625rem;
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--line-strong);
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--calm-tint);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .choice input {
    width: 1rem;
    height: 1rem;
    margin: 0.125rem 0 0;
    accent-color: var(--accent);
  }
  .choice .hint {
    display: block;
  }
  .name {
    font-weight: 600;
  }
  .obstacle {
    margin-top: 0.125rem;
    color: var(--caution);
  }
  .tag {
    padding: 0 0.375rem;
    border: 1px solid var(--line-strong);
    border-radius: 1rem;
    color: var(--ink-soft);
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .tag.caution {
    border-color: var(--tone-line);
    background: var(--tone-tint);
    color: var(--tone);
  }

  .rows {
    display: grid;
    gap: 0.5rem;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0.25rem 0.625rem;
  }
  .card .row,
  .field > .row {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
  }
  button.icon {
    justify-content: center;
    width: 2.125rem;
    min-height: 2.125rem;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }
  button.icon:hover {
    border-color: var(--line-strong);
    color: var(--ink);
  }
  .icon svg {
    width: 1rem;
    height: 1rem;
  }
  .subject,
  .claims {
    display: grid;
    gap: 0.5rem 0.75rem;
    min-width: 0;
  }
  .subject .name {
    align-content: center;
    min-height: 2.125rem;
  }
  .card > .tag {
    width: fit-content;
  }
  .adder {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
  }
  .adder input {
    border-style: dashed;
  }
  .adder input:focus {
    border-style: solid;
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .fold > summary {
    min-height: 1.5rem;
    font-weight: 600;
  }
  .fold > .content {
    gap: 0.75rem;
    padding-top: 0.625rem;
  }

  .mapped {
    gap: 0;
  }
  .word {
    display: grid;
    align-items: start;
    gap: 0.375rem 1rem;
    padding: 0.625rem 0;
    border-top: 1px solid var(--line);
  }
  .word .of {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    min-height: 1.5rem;
    overflow-wrap: anywhere;
  }
  .others {
    overflow-wrap: anywhere;
  }
  .all > .others {
    padding: 0.75rem 0.875rem;
  }

  @container (min-width: 26rem) {
    .pair:not(.roomy) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .claims {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .word {
      grid-template-columns: 8rem minmax(0, 1fr);
    }
    .word > .odd,
    .word > rc-groups {
      grid-column: 2;
    }
    .word .of {
      min-height: 2rem;
    }
  }
  @container (min-width: 46rem) {
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .pair.roomy {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  [data-found] {
    border-radius: 0.25rem;
    outline: 2px solid transparent;
    outline-offset: 4px;
    animation: found 2s ease-out;
  }
  @keyframes found {
    0%,
    40% {
      outline-color: var(--accent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [data-found] {
      outline-color: var(--accent);
      animation: none;
    }
  }
`;
