// Each directive of the page's policy stops what it is there for. A script that ought not to be there is played by the test;
// whatever it tries to send, an other server listens for it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { page } from "./support.mjs";

const app = page();
const DIST = new URL("../../www/dist/", import.meta.url);
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml", wasm: "application/wasm" };

/** A server elsewhere, and what arrives there. */
let other;
const arrived = [];
/** The page from a host that sends no headers. */
let plain;

async function serve(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => server.close().closeAllConnections();
  return { server, stop, url: `http://127.0.0.1:${server.address().port}/` };
}

before(async () => {
  other = await serve((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    // Whoever asks may have it: what stops it is the page's policy alone.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Content-Type", request.url.endsWith(".html") ? "text/html" : "text/javascript");
    response.end(request.url.endsWith(".html") ? `<iframe src=${JSON.stringify(app.url())}></iframe>` : "");
  });
  other.server.on("upgrade", ({ url }, socket) => socket.destroy(arrived.push(`UPGRADE ${url}`)));
  plain = await serve((request, response) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    try {
      const content = readFileSync(new URL(name, DIST));
      response.writeHead(200, { "Content-Type": TYPES[name.split(".").at(-1)] }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
});
after(() => [other, plain].forEach((server) => server?.stop()));

/** What is tried, by the directives of which one has to stop it. Runs in the page; `to` is an address elsewhere. */
const ATTEMPTS = {
  "an inline script": ["script-src|require-trusted-types-for", () => append("script", { text: "window.ran = true" })],
  "an inline script, made of a text node": [
    "script-src|require-trusted-types-for",
    () => {
      const script = document.createElement("script");
      script.append("window.ran = true");
      document.body.append(script);
    },
  ],
  "a script from elsewhere": ["script-src|require-trusted-types-for", (to) => append("script", { src: `${to}script.js` })],
  "a module from elsewhere": ["script-src", (to) => import(`${to}module.js`)],
  "a handler in an attribute": [
    "script-src|require-trusted-types-for",
    () => append("button", {}, { onclick: "window.ran = true" }).click(),
  ],
  "a javascript: address": ["script-src|require-trusted-types-for", () => append("a", { href: "javascript:void (window.ran = true)" }).click()],
  eval: ["script-src|require-trusted-types-for", () => eval("window.ran = true")],
  "new Function": ["script-src|require-trusted-types-for", () => new Function("window.ran = true")()],
  "a timer of text": ["script-src|require-trusted-types-for", () => setTimeout("window.ran = true")],
  "markup that becomes elements": ["require-trusted-types-for", () => (document.body.innerHTML += "<b>marked</b>")],
  "markup that becomes a document": ["require-trusted-types-for", () => document.write("<b>written</b>")],
  "a policy that lets markup through": ["trusted-types", () => trustedTypes.createPolicy("default", { createHTML: (html) => html })],
  "a worker from a blob": ["require-trusted-types-for", () => new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])))],
  "a shared worker": ["require-trusted-types-for", () => new SharedWorker("data:text/javascript,1")],
  fetch: ["connect-src", (to) => fetch(`${to}fetch`, { mode: "no-cors" })],
  XMLHttpRequest: [
    "connect-src",
    (to) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${to}request`);
      request.send("data");
    },
  ],
  "a beacon": ["connect-src", (to) => navigator.sendBeacon(`${to}beacon`, "data")],
  "a WebSocket": ["connect-src", (to) => new WebSocket(to.replace("http", "ws"))],
  "an EventSource": ["connect-src", (to) => new EventSource(`${to}events`)],
  "a ping": ["connect-src", (to) => append("a", { href: "#elsewhere", ping: `${to}ping` }).click()],
  "a picture": ["img-src", (to) => append("img", { src: `${to}picture` })],
  "a picture that a style names": [
    "img-src",
    (to) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { background: url(${to}style) }`);
      document.adoptedStyleSheets.push(sheet);
    },
  ],
  "an inline style": ["style-src", () => append("style", { textContent: "body { color: red }" })],
  "a style in an attribute": ["style-src", () => append("p", {}, { style: "color: red" })],
  "a style sheet from elsewhere": ["style-src", (to) => append("link", { rel: "stylesheet", href: `${to}sheet` })],
  "a font": ["font-src", (to) => new FontFace("other", `url(${to}font)`).load()],
  "a video": ["media-src", (to) => append("video", { src: `${to}video` })],
  "a frame": ["frame-src", (to) => append("iframe", { src: `${to}frame` })],
  "an embedded object": ["object-src|require-trusted-types-for", (to) => append("object", { data: `${to}object` })],
  "a prefetch": ["prefetch-src|default-src", (to) => append("link", { rel: "prefetch", href: `${to}prefetch` })],
  "another base for addresses": ["base-uri", (to) => append("base", { href: to })],
  "a form": [
    "form-action",
    (to) => {
      const form = append("form", { action: `${to}form`, method: "post" });
      form.append(Object.assign(document.createElement("input"), { name: "roster", value: "data" }));
      form.submit();
    },
  ],
};

/** Tries one thing in the page, and gives the directives that were violated and what was thrown. */
async function attempted({ attempt, to }) {
  const violated = [];
  const note = (event) => violated.push(event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", note);
  window.append = (tag, properties, attributes = {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    (["base", "link", "style"].includes(tag) ? document.head : document.body).append(element);
    return element;
  };
  let thrown;
  // In a timer: what the test calls directly is allowed more than scripts of the page are.
  await new Promise((resolve) =>
    setTimeout(async () => {
      try {
        await Promise.race([attempt(to), new Promise((done) => setTimeout(done, 200))]);
      } catch (error) {
        thrown = error.name;
      }
      resolve();
    }),
  );
  for (let patience = 40; violated.length === 0 && patience > 0; patience--) await new Promise((done) => setTimeout(done, 25));
  document.removeEventListener("securitypolicyviolation", note);
  return { violated: [...new Set(violated)], thrown, ran: window.ran === true, base: document.baseURI, href: location.href };
}

/** Runs every attempt in a tab of its own address, and demands that each is stopped by its directive. */
async function stopsAll(tab) {
  const href = tab.url();
  for (const [what, [directives, attempt]] of Object.entries(ATTEMPTS)) {
    const expression = `(${attempted})({ attempt: ${attempt}, to: ${JSON.stringify(other.url)} })`;
    const { violated, ran, base, ...after } = await tab.evaluate(expression);
    const stopped = violated.some((one) => directives.split("|").some((directive) => one.startsWith(directive)));
    assert.ok(stopped, `${what}: ${directives} did not stop it, but ${JSON.stringify({ violated, ...after })}`);
    assert.equal(ran, false, `${what}: it ran`);
    assert.equal(new URL(base).origin, new URL(href).origin, what);
    assert.equal(after.href.replace("#elsewhere", ""), href, `${what}: the page went elsewhere`);
  }
  await tab.waitForTimeout(300);
  assert.deepEqual(arrived, []);
}

describe("what a script could try that ought not to be there", () => {
  test("is stopped, and nothing arrives elsewhere", async (t) => {
    const { tab } = await app.open(t);
    await stopsAll(tab);
  });

  test("is stopped by the page's own words too, where a host sends no headers", async (t) => {
    const { tab } = await app.open(t, { at: plain.url });
    assert.equal((await fetch(plain.url)).headers.get("content-security-policy"), null);
    await stopsAll(tab);
  });

  test("the page is not shown in a frame of somebody else's", async (t) => {
    const { tab } = await app.open(t);
    await tab.goto(`${other.url}frame.html`);
    arrived.length = 0;
    const [, frame] = tab.frames();
    await frame.waitForLoadState();
    assert.match(frame.url(), /^chrome-error:/);
    assert.equal(await tab.frameLocator("iframe").locator("rc-app").count(), 0);
  });
});
