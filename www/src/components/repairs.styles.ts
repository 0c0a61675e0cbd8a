import { css } from "lit";

export const repairsStyles = css`
  :host {
    display: contents;
  }
  h2 {
    margin-bottom: 0.75rem;
  }
  h3 {
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .box,
  .repair {
    margin-top: 0.5rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .box {
    padding: 0.75rem 1rem;
    overflow-wrap: anywhere;
  }
  .why {
    padding-inline-start: 1.125rem;
    list-style: disc;
  }
  .repair summary {
    display: flex;
    gap: 0.5rem 0.75rem;
    width: auto;
    padding: 0.625rem 1rem;
    border-radius: var(--radius);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .repair summary span:last-child::first-letter {
    text-transform: uppercase;
  }
  .repair summary::before {
    flex: none;
    width: 0.4rem;
    height: 0.4rem;
    border: solid var(--ink-soft);
    border-width: 0 2px 2px 0;
    content: "";
    margin-top: 0.5rem;
    transform: rotate(-45deg);
  }
  .repair[open] > summary::before {
    transform: rotate(45deg);
  }
  .repair .name {
    flex: none;
    color: var(--good);
    font-weight: 650;
  }
  .repair[open] {
    border-inline-start: 4px solid var(--good);
  }
  .inside {
    display: grid;
    gap: 0.75rem;
    padding: 0.25rem 1rem 1rem;
  }
  .fixes,
  .elsewhere ul {
    padding-inline-start: 1.25rem;
    list-style: decimal;
    overflow-wrap: anywhere;
  }
  .elsewhere ul {
    margin-bottom: 0.5rem;
    list-style: disc;
  }
  @media print {
    .plan > li,
    .inside,
    .box {
      break-inside: avoid;
    }
  }
  .plan {
    counter-reset: step;
    margin-top: 0.375rem;
    border-inline-start: 2px solid var(--line);
  }
  .plan > li {
    position: relative;
    counter-increment: step;
    margin-inline-start: 1.25rem;
    padding-bottom: 0.75rem;
    overflow-wrap: anywhere;
  }
  .plan > li::before {
    position: absolute;
    inset-inline-start: -2.0625rem;
    display: grid;
    width: 1.5rem;
    height: 1.5rem;
    place-items: center;
    border: 1px solid var(--line-strong);
    border-radius: 50%;
    background: var(--surface);
    font-size: 0.75rem;
    font-weight: 600;
    content: counter(step);
  }
  .plan > li:last-child {
    padding-bottom: 0;
  }
  .instruction {
    font-weight: 550;
  }
  .instruction::first-letter {
    text-transform: uppercase;
  }
  .locked-out {
    color: var(--tone);
  }
`;
