// The page's own modules, loaded by Vite from their sources: for what is tested without a browser.

import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const require = createRequire(`${WWW}package.json`);

/** Starts Vite around the tests of a file, and hands `take` what loads a module of the page by its path. */
export function sources(take) {
  let server;

  before(async () => {
    const { createServer } = await import(pathToFileURL(require.resolve("vite")).href);
    server = await createServer({
      root: WWW,
      configFile: false,
      logLevel: "error",
      appType: "custom",
      server: { middlewareMode: true, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true, include: [] },
      ssr: { noExternal: ["jsonc-parser"] },
    });
    await take((path) => server.ssrLoadModule(path));
  });

  after(() => server?.close());
}
