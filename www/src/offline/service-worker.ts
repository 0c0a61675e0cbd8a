// Keeps the page's own files, so that it opens without a network. It answers for nothing else and keeps no data.

import type { OwnFiles } from "./own-files.ts";

declare const self: typeof globalThis & {
  /** Written in by the build. */
  OWN_FILES: OwnFiles;
  registration: { scope: string };
  addEventListener(type: "install" | "activate", listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(
    type: "fetch",
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
};

const { version, files } = self.OWN_FILES;
const CACHE = `rolecall-${version}`;
const own = new Set(files.map((file) => new URL(file, self.registration.scope).href));

self.addEventListener("install", (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...own]))));

// What an older page has kept goes only when no tab shows that page any more: until then this worker waits.
self.addEventListener("activate", (event) => {
  const old = (name: string) => name.startsWith("rolecall-") && name !== CACHE;
  const clear = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(clear());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { href } = withoutQuery(new URL(request.url));
  if (request.method !== "GET" || !own.has(href)) return;
  const kept = async () => (await caches.open(CACHE)).match(href);
  event.respondWith(kept().then((response) => response ?? fetch(request)));
});

function withoutQuery(url: URL): URL {
  url.search = "";
  url.hash = "";
  return url;
}
