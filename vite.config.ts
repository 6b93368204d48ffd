import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The server build starts at our own node:http process, which takes Remix's routes in: one bundle, so one
 * database connection. Remix's plugin sets the entry itself and takes no other, hence this late hook.
 */
const ownServerEntry: Plugin = {
  name: "own-server-entry",
  enforce: "post",
  configResolved(config) {
    if (config.build.ssr) config.build.rollupOptions.input = folder("./app/server/main.ts");
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), ownServerEntry],
  resolve: { alias: { "~db": folder("./db"), "~": folder("./app") } },
  // Nothing inlined: the content security policy allows scripts from our own address only.
  build: { target: "es2022", assetsInlineLimit: 0 },
  optimizeDeps: {
    entries: ["app/root.tsx", "app/routes/**/*.tsx"],
    exclude: ["@node-rs/argon2"],
  },
});
