import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownEnvironment } from "./own-environment";

const root = fileURLToPath(new URL("../..", import.meta.url));
const START_TIMEOUT_MS = 60_000;

export const WEBHOOK_SECRET = "journeys-webhook-key-of-this-run";

export type Shop = {
  origin: string;
  dataDir: string;
  process: ChildProcess;
  /** Ends the server; `SIGKILL` for what a power cut does. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

const folders = new Set<string>();
const servers = new Set<ChildProcess>();
// Also after a throw: what a run made ends with it.
process.once("exit", () => {
  for (const server of servers) server.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A folder of its own that ends with this process. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `cho-phien-${name}-`));
  folders.add(folder);
  return folder;
}

/** The folder that the setup of all journeys has seeded: without past orders. */
export function seededTemplate(): string {
  const template = process.env["SHOP_TEMPLATE"];
  if (!template) throw new Error("global-setup has not run");
  return template;
}

/** For a script of its own: stopped by Ctrl-C or a time limit it ends like any other, and leaves nothing behind. */
export function exitOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => process.exit(1));
  }
}

/**
 * Starts the built server on a free port of this machine.
 * @param options.template a seeded DATA_DIR to copy; without it `dataDir` is used as it is
 */
export async function startShop(options: {
  template?: string;
  dataDir?: string;
  env?: Record<string, string>;
}): Promise<Shop> {
  const dataDir = options.dataDir ?? temporaryFolder("shop");
  if (options.template) cpSync(options.template, dataDir, { recursive: true });
  const child = spawn(process.execPath, ["app/server/start.mjs", "--skip-setup"], {
    cwd: root,
    env: ownEnvironment({
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      SEPAY_WEBHOOK_SECRET: WEBHOOK_SECRET,
      LOG_LEVEL: "warn",
      ...options.env,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  servers.add(child);
  child.once("exit", () => servers.delete(child));
  const origin = await readOrigin(child);
  return {
    origin,
    dataDir,
    process: child,
    stop: async (signal = "SIGTERM") => {
      await endProcess(child, signal);
      if (options.template) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function readOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the server did not start:\n${output}`));
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${match[1]}`);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (process.env["SHOW_SERVER_LOG"]) process.stderr.write(chunk);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code}:\n${output}`));
    });
  });
}

function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
