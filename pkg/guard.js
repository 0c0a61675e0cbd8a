// Whether Save may go on: asks a session about the configuration as it is edited, and once more when it is to be saved.
import { ask, take, unlessAborted } from "./guard-question.js";

const IDLE = Object.freeze({ status: "idle", mayGoOn: false, why: "not-asked", findings: Object.freeze([]) });

export function createGuard({ session, read, debounce = 150, locale, accepted = [], fixes = false }) {
  if (typeof read !== "function") throw new TypeError("createGuard wants `read`: a function that gives the configuration as it is now");

  const listeners = new Set();
  /** The questions that are not answered yet: the newest, and older ones that somebody awaits. */
  const open = new Set();
  let newest;
  let timer;
  /** What is asked besides the configuration: another one is another object. */
  let basis = { session, locale, accepted: [...accepted], fixes };
  /** The last answer, the text that it is about, and the state that shows it. */
  let answered;
  let about;
  let shown;
  let state = IDLE;
  /** The fingerprint that somebody has acknowledged. */
  let acknowledged;
  let isFreed = false;

  function changed() {
    if (isFreed) return;
    overtake();
    clearTimeout(timer);
    timer = setTimeout(put, debounce);
    say(checking());
  }

  async function check(options) {
    const signal = options?.signal;
    signal?.throwIfAborted();
    if (isFreed) throw freed();
    const question = put();
    question.awaited += 1;
    try {
      const answer = await unlessAborted(question.answer, signal);
      const { failure, error, report, fingerprint, copy } = answer;
      const judged = judge(answer, acknowledged);
      return failure === undefined ? { ...judged, config: copy(), report, fingerprint } : { ...judged, failure, error };
    } finally {
      question.awaited -= 1;
      dropUnwanted(question);
    }
  }

  function acknowledge(seen = state.fingerprint) {
    if (state.status !== "ready" || state.verdict !== "confirm" || seen !== state.fingerprint) return false;
    acknowledged = seen;
    show();
    return true;
  }

  function withdraw() {
    if (acknowledged === undefined) return;
    acknowledged = undefined;
    show();
  }

  function subscribe(listener) {
    const entry = { listener };
    listeners.add(entry);
    return () => void listeners.delete(entry);
  }

  function free() {
    isFreed = true;
    clearTimeout(timer);
    listeners.clear();
    for (const question of open) giveUp(question, freed());
    newest = timer = answered = about = shown = acknowledged = undefined;
    state = IDLE;
  }

  /** Asks at once; the newest question is the one whose answer is shown. */
  function put() {
    clearTimeout(timer);
    timer = undefined;
    overtake();
    const question = { awaited: 0, over: new AbortController(), asking: undefined, answer: undefined };
    newest = question;
    open.add(question);
    // What is known of this very configuration stays until it is known otherwise.
    if (state.status !== "ready") say(checking());
    question.answer = run(question).finally(() => open.delete(question));
    question.answer.catch(() => {}); // whoever awaits it is told
    return question;
  }

  async function run(question) {
    const { signal } = question.over;
    const taken = await unlessAborted(take(read, signal), signal);
    if (question === newest && taken.text !== about) say(checking());
    let answer = taken;
    while (taken.failure === undefined) {
      const asked = basis;
      question.asking = new AbortController();
      try {
        const { signal } = question.asking;
        answer = { ...taken, ...(await unlessAborted(ask(asked, taken, signal), signal)) };
      } catch {
        signal.throwIfAborted();
      }
      if (asked === basis) break; // else it was about other people
    }
    if (question === newest) settle(answer);
    return answer;
  }

  function settle(answer) {
    newest = undefined;
    answered = answer;
    about = answer.text;
    if (answer.fingerprint !== acknowledged) acknowledged = undefined;
    const next = stateOf(answer, acknowledged);
    say((shown = isSame(shown, next) ? shown : next));
  }

  /** Shows the last answer anew, to whom something was said. */
  function show() {
    shown = answered && stateOf(answered, acknowledged);
    say(state.status === "ready" ? shown : checking());
  }

  function checking() {
    if (state.status === "checking" && state.previous === shown) return state;
    const { verdict, headline, findings, report } = shown ?? IDLE;
    return Object.freeze({ status: "checking", mayGoOn: false, why: "checking", verdict, headline, findings, report, previous: shown });
  }

  function say(next) {
    if (next === state || isFreed) return;
    state = next;
    for (const entry of [...listeners]) {
      if (listeners.has(entry)) tell(entry.listener, next);
    }
  }

  /** Has what is under way, or was last answered, asked anew of another session or in another way. */
  function turnTo(change) {
    basis = { ...basis, ...change };
    if (state === IDLE) return;
    for (const question of open) question.asking?.abort();
    if (newest === undefined && timer === undefined) put();
    say(checking());
  }

  function overtake() {
    const older = newest;
    newest = undefined;
    if (older !== undefined) dropUnwanted(older);
  }

  function dropUnwanted(question) {
    if (question !== newest && question.awaited === 0) giveUp(question, new DOMException("there is a newer question", "AbortError"));
  }

  return {
    get state() {
      return state;
    },
    get session() {
      return basis.session;
    },
    set session(session) {
      if (session === basis.session) return;
      answered = shown = acknowledged = undefined;
      turnTo({ session });
    },
    get accepted() {
      return basis.accepted;
    },
    set accepted(ids) {
      if (JSON.stringify(ids) === JSON.stringify(basis.accepted)) return;
      withdraw();
      turnTo({ accepted: [...ids] });
    },
    get locale() {
      return basis.locale;
    },
    set locale(locale) {
      if (locale !== basis.locale) turnTo({ locale });
    },
    changed,
    check,
    acknowledge,
    withdraw,
    subscribe,
    free,
    [Symbol.dispose ?? Symbol.for("Symbol.dispose")]: free,
  };
}

/** Whether an answer lets Save go on. Only what is said here does. */
function judge({ failure, report, fingerprint }, acknowledged) {
  if (failure !== undefined) return { mayGoOn: false, why: "failed" };
  if (report.verdict === "pass") return { mayGoOn: true, why: "passes" };
  if (report.verdict !== "confirm") return { mayGoOn: false, why: "blocked" };
  const isAcknowledged = acknowledged !== undefined && fingerprint === acknowledged;
  return isAcknowledged ? { mayGoOn: true, why: "acknowledged" } : { mayGoOn: false, why: "needs-acknowledgement" };
}

function stateOf(answer, acknowledged) {
  const { failure, error, report, fingerprint } = answer;
  const judged = judge(answer, acknowledged);
  if (failure !== undefined) {
    return Object.freeze({ status: "failed", ...judged, failure, error, headline: error.message, findings: IDLE.findings });
  }
  const { verdict, headline, findings } = report;
  return Object.freeze({ status: "ready", ...judged, verdict, headline, findings, report, fingerprint });
}

/** Whether two states say the same. */
function isSame(one, other) {
  return one?.status === "ready" && other.status === "ready" && JSON.stringify(one) === JSON.stringify(other);
}

function giveUp({ over, asking }, reason) {
  over.abort(reason);
  asking?.abort(reason);
}

/** One who fails does not keep the others from being told. */
function tell(listener, state) {
  try {
    listener(state);
  } catch (error) {
    if (typeof reportError === "function") reportError(error);
    else queueMicrotask(() => { throw error; });
  }
}

function freed() {
  return new DOMException("the guard has been freed", "AbortError");
}
