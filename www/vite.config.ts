import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { build, defineConfig, type BuildEnvironmentOptions, type Plugin } from "vite";
import { META_POLICY, SECURITY_HEADERS } from "./security.ts";
import type { OwnFiles } from "./src/offline/own-files.ts";

/** Writes the policy into the built HTML. Not in development: Vite's own client needs inline styles. */
function policyInHtml(): Plugin {
  return {
    name: "policy-in-html",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: META_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

const SERVICE_WORKER = "service-worker.js";
/** The licences of what is bundled: published with the page, and no part of it. */
const THIRD_PARTY = "third-party.md";

/** Tells the service worker which files are the page's own. */
function ownFiles(): Plugin {
  return {
    name: "own-files",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const script = bundle[SERVICE_WORKER];
      if (script?.type !== "chunk") throw new Error(`${SERVICE_WORKER} is not built`);
      const built = Object.entries(bundle).filter(([name]) => name !== SERVICE_WORKER);
      const version = createHash("sha256");
      for (const [name, file] of built) version.update(name).update(file.type === "chunk" ? file.code : file.source);
      const own: OwnFiles = {
        version: version.digest("hex").slice(0, 16),
        files: ["./", ...built.map(([name]) => name), ...readdirSync("public")].filter((name) => !["index.html", THIRD_PARTY].includes(name)),
      };
      script.code = `const OWN_FILES = ${JSON.stringify(own)};\n${script.code}`;
    },
  };
}

const BASE = "./"; // so that the page can lie in any folder of a static host

const BUILD = {
  target: "es2022",
  assetsInlineLimit: 0, // a data: URL would need a wider connect-src
  modulePreload: { polyfill: false },
} satisfies BuildEnvironmentOptions;

/** The example of a page of somebody else's is built by itself: the page would otherwise share files with it, and load more. */
function example(): Plugin {
  return {
    name: "example",
    apply: "build",
    async closeBundle() {
      const rolldownOptions = { input: "embed.html" };
      await build({
        configFile: false,
        base: BASE,
        publicDir: false,
        plugins: [policyInHtml()],
        build: { ...BUILD, emptyOutDir: false, rolldownOptions },
      });
    },
  };
}

export default defineConfig({
  base: BASE,
  plugins: [policyInHtml(), ownFiles(), example()],
  build: {
    ...BUILD,
    license: { fileName: THIRD_PARTY },
    rolldownOptions: {
      input: { page: "index.html", "service-worker": "src/offline/service-worker.ts" },
      // Beside the page, not below: a service worker answers only for what lies below it.
      output: { entryFileNames: ({ name }) => (name === "service-worker" ? SERVICE_WORKER : "assets/[name]-[hash].js") },
    },
  },
  worker: { format: "es" },
  server: { fs: { allow: [".", "../pkg"] } },
  preview: { headers: SECURITY_HEADERS },
});
