// Builds `rolecall/element`, the page's verdict for the pages of others, into the package.

import { defineConfig, type Plugin } from "vite";

const DECORATORS = "/src/embed/decorators.ts";

/**
 * What is loaded beside other things must not meet them: the parts have names of their own there, so that the page's
 * components or another version's are none of them, and nothing is defined twice.
 */
function apart(): Plugin {
  return {
    name: "apart",
    enforce: "pre",
    resolveId(source) {
      if (source === "lit/decorators.js") return import.meta.dirname + DECORATORS;
      // The rules' documentation is the package's own entry, and loaded when somebody asks for it.
      if (source === "rolecall/rules") return { id: "../rules.js", external: true };
      return undefined;
    },
    transform(code, id) {
      return id.startsWith(import.meta.dirname + "/src/") ? code.replaceAll(/\brc-(?=[a-z])/g, "rolecall-part-") : undefined;
    },
  };
}

const PAGES_OWN = /\/strings\/(en|ja)-(files|flow|settings|share)\.ts$/;

/** Leaves out the words that only the page says: of a language they are most. */
function withoutPagesWords(): Plugin {
  return {
    name: "without-pages-words",
    load(id) {
      const [, language, part] = PAGES_OWN.exec(id) ?? [];
      return part && `export const ${language}${part[0]?.toUpperCase()}${part.slice(1)} = {};`;
    },
  };
}

export default defineConfig({
  plugins: [apart(), withoutPagesWords()],
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "../pkg/dist",
    emptyOutDir: false,
    modulePreload: false,
    license: { fileName: "element/THIRD-PARTY.md" },
    lib: { entry: "src/embed/element.ts", formats: ["es"] },
    rolldownOptions: {
      output: { entryFileNames: "element.js", chunkFileNames: "element/[name].js", minify: true },
    },
  },
});
