import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixOptions)],
  resolve: { alias: { "~db": folder("./db"), "~": folder("./app") } },
  // Our own node:http process is the entry of the server build; it takes Remix's routes in (app/server/main.ts).
  build: isSsrBuild ? { target: "node20", rollupOptions: { input: "./app/server/main.ts" } } : {},
  optimizeDeps: {
    entries: ["app/root.tsx", "app/routes/**/*.tsx"],
    exclude: ["@node-rs/argon2"],
  },
}));
