import { defineConfig, type Plugin } from "vite";
import { META_POLICY, SECURITY_HEADERS } from "./security.ts";

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

export default defineConfig({
  base: "./", // so that the page can lie in any folder of a static host
  plugins: [policyInHtml()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // a data: URL would need a wider connect-src
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  server: { fs: { allow: [".", "../pkg"] } },
  preview: { headers: SECURITY_HEADERS },
});
