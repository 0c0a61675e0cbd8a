// The package's own files behind a server, as they lie, for a page that no tool has built.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const PKG = fileURLToPath(new URL("../../pkg/", import.meta.url));
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

/** Serves `pkg/`, and pages: by their path, an HTML text each, or scripts. */
export async function packageServer(pages, policy) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const body = pages[pathname] ?? readFileSync(join(PKG, normalize(pathname)));
      response.setHeader("content-type", TYPES[extname(pathname)] ?? "text/plain");
      response.setHeader("content-security-policy", policy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
