// Lets the page open without a network: its own files are kept by a service worker.

import { trusted } from "../model/trusted.ts";

/** Resolves once everything is kept; undefined where the browser keeps nothing, as for a page that is not served securely. */
export async function keepOffline(): Promise<ServiceWorkerRegistration | undefined> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return undefined;
  try {
    await navigator.serviceWorker.register(trusted("./service-worker.js"));
    return await navigator.serviceWorker.ready;
  } catch {
    return undefined; // private windows and some policies forbid it: then the page needs its server
  }
}
