// What is to be said of an input, above it: what is wrong with it, what was not loaded, what became of it.

import { html, nothing, type TemplateResult } from "lit";
import type { Problem, Side } from "../model/engine.ts";
import type { Refusal } from "../model/files.ts";
import type { Input, Preview } from "../model/preview.ts";
import type { Strings } from "../strings/index.ts";
import { INFO_ICON, WARNING_ICON } from "./icons.ts";

interface Noted {
  side: Side;
  preview: Preview;
  strings: Strings;
  input: Input;
  problem: Problem | undefined;
  revealProblem(): void;
}

export function notes(of: Noted): TemplateResult {
  const { strings, input, problem } = of;
  return html`
    ${problem ? problemNote(of, problem) : nothing} ${input.refused.map((refusal) => refusalNote(of, refusal))}
    ${input.note
      ? html`<div class="note plain">
          ${INFO_ICON}
          <p>
            ${input.note.says(strings)}
            <button class="link" type="button" @click=${() => of.preview.inputs.undo(of.side)}>${strings.undo}</button>
          </p>
        </div>`
      : nothing}
  `;
}

function problemNote(of: Noted, problem: Problem): TemplateResult {
  const { strings } = of;
  return html`<div class="note bad" id="problem">
    ${WARNING_ICON}
    <p>
      ${problem.line === undefined
        ? nothing
        : html`<button class="link" type="button" @click=${() => of.revealProblem()}>
              ${strings.position(problem.line, problem.column ?? 1)}</button
            >: `}${problem.message}
      ${problem.help ? html`<span class="help">${problem.help}</span>` : nothing}
    </p>
  </div>`;
}

function refusalNote(of: Noted, refusal: Refusal): TemplateResult {
  const { strings } = of;
  const { file, reason } = refusal;
  const why =
    typeof reason === "string"
      ? strings.unread[reason]
      : html`${reason.line === undefined
          ? nothing
          : `${strings.position(reason.line, reason.column ?? 1)}: `}${reason.message}`;
  return html`<div class="note caution refused">
    ${WARNING_ICON}
    <p>
      <strong>${strings.notTaken(file)}</strong> ${why} <span class="help">${strings.textUnchanged}</span>
      <button class="link" type="button" @click=${() => of.preview.inputs.dismiss(of.side, refusal)}>
        ${strings.dismiss}
      </button>
    </p>
  </div>`;
}
