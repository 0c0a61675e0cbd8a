import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CheckOptions, Config, Json, Locale, Report } from "rolecall";
import { WARNING_ICON } from "../components/icons.ts";
import "../components/findings.ts";
import "../components/rule.ts";
import "../components/verdict.ts";
import { problemFrom, type Problem } from "../model/problem.ts";
import { LANGUAGES, loadStrings, stringsOf } from "../strings/index.ts";
import { base, tones } from "../styles/shared.ts";
import { embeddedTokens } from "./tokens.ts";

/** Whatever can be asked: a session of `rolecall`, one of `rolecall/worker`, or what stands for one. */
interface Asked {
  check(config: Json<Config>, options?: CheckOptions & { signal?: AbortSignal }): Report | Promise<Report>;
}

/** What is told the host page. */
interface Told {
  "rolecall-answer": { report: Report; error?: undefined } | { report?: undefined; error: Error };
  "rolecall-go-to": string;
  "rolecall-person": string;
}

/** The verdict and its findings, for the pages of others. It asks the session that it is given, and keeps it alone. */
@customElement("rolecall-verdict")
export class RolecallVerdictElement extends LitElement {
  @property({ attribute: false }) config: Json<Config> | undefined;
  @property({ attribute: false }) session: Asked | undefined;
  /** The ids of findings that somebody has accepted. */
  @property({ attribute: false }) accepted: readonly string[] = [];
  /** The language; without it that of the page around. */
  @property() locale: string | undefined;
  @state() private answer: { report: Report | undefined; problem: Problem | undefined; locale: Locale } | undefined;

  #asking = new AbortController();
  /** The language of the words that have been loaded: that of the answer, so that the two never differ. */
  #spoken: Locale = "en";
  #around = new MutationObserver(() => {
    if (this.#language !== this.answer?.locale) void this.#ask();
  });

  static override styles = [
    base,
    tones,
    embeddedTokens,
    css`
      :host {
        all: initial;
        display: block;
        color-scheme: inherit;
      }
      /* Inside, where no rule of the page around reaches. */
      .frame {
        display: grid;
        gap: 1.25rem;
        color: var(--ink);
        font: 400 0.9375rem/1.55 var(--sans);
        text-align: start;
      }
      .problem {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.5rem;
        color: var(--ink);
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
      .problem svg {
        color: var(--caution);
      }
    `,
  ];

  /** The last answer; older than the configuration while that cannot be read. */
  get report(): Report | undefined {
    return this.answer?.report;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#around.observe(document.documentElement, { attributeFilter: ["lang"] });
    if (this.hasUpdated) void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#around.disconnect();
    this.#asking.abort();
  }

  protected override async scheduleUpdate(): Promise<void> {
    const locale = this.answer?.locale ?? this.#language;
    await loadStrings(locale);
    this.#spoken = locale;
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("session")) this.answer = undefined; // it was about other people
    if ((["config", "session", "accepted", "locale"] as const).some((name) => changed.has(name))) void this.#ask();
  }

  protected override render(): TemplateResult {
    const locale = this.#spoken;
    const strings = stringsOf(locale);
    const { report, problem } = this.answer ?? {};
    return html`<div
      class="frame"
      lang=${locale}
      @go-to=${(event: CustomEvent<string>) => this.#pass(event, "rolecall-go-to", event.detail)}
      @show-person=${(event: CustomEvent<string>) => this.#pass(event, "rolecall-person", event.detail)}
      @show-problem=${(event: CustomEvent) => this.#pass(event, "rolecall-go-to", problem?.path ?? "/config")}
      @try-again=${(event: Event) => {
        event.stopPropagation();
        void this.#ask();
      }}
    >
      <rc-verdict .strings=${strings} .report=${report} .problem=${problem}></rc-verdict>
      ${report && problem?.side
        ? html`<div class="problem">
            ${WARNING_ICON}
            <div>
              <p>${problem.message}</p>
              <p class="soft">${problem.help}</p>
            </div>
          </div>`
        : nothing}
      ${report
        ? html`<rc-findings
            .strings=${strings}
            .locale=${locale}
            .findings=${report.findings}
            .accepted=${report.accepted}
            .sources=${report.sources}
            .waysBack=${report.waysBack}
            .assumptions=${report.assumptions}
          ></rc-findings>`
        : nothing}
    </div>`;
  }

  /** The language to ask in: the element's own, else the nearest `lang` around it, else English. */
  get #language(): Locale {
    const wanted = this.locale ?? langAround(this);
    const [language = ""] = wanted.toLowerCase().split("-");
    return Object.hasOwn(LANGUAGES, language) ? (language as Locale) : "en";
  }

  /** Asks once the page has had its turn: of several changes at once the last counts, and the newest question wins. */
  async #ask(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted || !this.isConnected) return;
    const { session, config, accepted } = this;
    if (session === undefined || config === undefined) {
      this.answer = undefined;
      return;
    }
    const locale = this.#language;
    try {
      const report = await session.check(config, { locale, accepted: [...accepted], fixes: false, signal });
      if (!signal.aborted) this.#settle({ report, problem: undefined, locale }, { report });
    } catch (error) {
      if (signal.aborted) return;
      const problem = placed(problemFrom(error, typeof config === "string" ? { config } : {}));
      const told = error instanceof Error ? error : new Error(String(error));
      this.#settle({ report: this.report, problem, locale }, { error: told });
    }
  }

  #settle(answer: NonNullable<typeof this.answer>, told: Told["rolecall-answer"]): void {
    this.answer = answer;
    this.#tell("rolecall-answer", told);
  }

  /** Says in the host's terms what a part has said, and keeps the part's own event inside. */
  #pass(event: Event, name: "rolecall-go-to" | "rolecall-person", detail: string): void {
    event.stopPropagation();
    this.#tell(name, detail);
  }

  #tell<Name extends keyof Told>(name: Name, detail: Told[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The place is said, where the message does not. */
function placed(problem: Problem): Problem {
  const { path, message } = problem;
  return path === undefined || message.includes(path) ? problem : { ...problem, message: `${path}: ${message}` };
}

function langAround(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.hasAttribute("lang")) return node.getAttribute("lang") ?? "";
  }
  return "";
}
