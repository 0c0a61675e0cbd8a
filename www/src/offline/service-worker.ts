// Keeps the page's own files, so that it opens without a network. It answers for nothing else and keeps no data.

import type { OwnFiles } from "./own-files.ts";

interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What this script sees of itself, which the types of a page do not know. */
const worker = self as unknown as {
  registration: { scope: string };
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
};

/** Written in by the build. */
declare const OWN_FILES: OwnFiles;

const { version, files } = OWN_FILES;
const CACHE = `rolecall-${version}`;
const own = new Set(files.map((file) => new URL(file, worker.registration.scope).href));

worker.addEventListener("install", (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...own]))));

// What an older page has kept goes only when no tab shows that page any more: until then this worker waits.
worker.addEventListener("activate", (event) => {
  const isOld = (name: string) => name.startsWith("rolecall-") && name !== CACHE;
  const clear = async () => Promise.all((await caches.keys()).filter(isOld).map((name) => caches.delete(name)));
  event.waitUntil(clear());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address = ""] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !own.has(address)) return;
  const kept = async () => (await caches.open(CACHE)).match(address);
  event.respondWith(kept().then((response) => response ?? fetch(request)));
});
