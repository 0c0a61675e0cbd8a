// Builds all examples at once, each a page of its own.
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [vue()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // a data: URL would need a wider connect-src
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["guard-html/index.html", "guard-react/index.html", "guard-vue/index.html"] },
  },
});
