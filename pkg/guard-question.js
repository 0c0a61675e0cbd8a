// One question of a guard: the configuration as it is now, and what a session answers about it.
import { RolecallError } from "./error.js";
import { bytes } from "./sources.js";

/** Takes the configuration as it is at this moment: what is changed afterwards is not in it. */
export async function take(read, signal) {
  let config;
  try {
    config = read({ signal });
    // Only what must be awaited: an object may be another as soon as the caller goes on.
    if (typeof config?.then === "function") config = await config;
  } catch (thrown) {
    return failed("read", thrown);
  }
  try {
    const data = bytes(config, "/config", RolecallError).slice();
    const text = textOf(data);
    return { text, copy: () => copied(config, data, text) };
  } catch (thrown) {
    return failed("config", thrown);
  }
}

function textOf(data) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch (cause) {
    const message = "/config is not JSON: not in UTF-8";
    const what = { code: "input/not-json", path: "/config", message, help: "give the bytes of a text in UTF-8" };
    throw new RolecallError(what, { cause });
  }
}

/** What was asked about, in the form in which it was given; of an object, the JSON value. */
function copied(config, data, text) {
  if (typeof config === "string") return text;
  if (ArrayBuffer.isView(config)) return data.slice();
  // No other buffer or text comes this far: whatever else there is has been written as JSON.
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(config)) ? data.slice().buffer : JSON.parse(text);
}

/** Asks for the report, and for the fingerprint where there is something to acknowledge. */
export async function ask({ session, locale, accepted, fixes }, { text }, signal) {
  try {
    const report = await session.check(text, { locale, accepted, fixes, signal });
    if (!["pass", "confirm", "block"].includes(report.verdict)) throw new TypeError("the session has answered without a verdict");
    if (report.verdict !== "confirm") return { report };
    const fingerprint = await session.fingerprint(text, { signal });
    if (typeof fingerprint !== "string" || fingerprint === "") throw new TypeError("the session has answered without a fingerprint");
    return { report, fingerprint };
  } catch (thrown) {
    const isAboutConfig = thrown?.name === "RolecallError" && /^\/config(\/|$)/.test(thrown.path);
    return failed(isAboutConfig ? "config" : "session", thrown);
  }
}

function failed(failure, thrown) {
  if (typeof thrown?.message === "string") return { failure, error: thrown };
  const said = typeof thrown === "string" ? thrown : "something was thrown that is no error";
  return { failure, error: new Error(said, { cause: thrown }) };
}

/** What a promise comes to, unless the signal gives it up before. */
export function unlessAborted(promise, signal) {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
