// What both commands of the README need before anything else runs. Plain JavaScript without dependencies: on a
// fresh clone nothing is installed yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Stops with a sentence that says what to do when this Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  stop(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer (20 LTS), then try again.`,
  );
}

/** Installs the packages of package-lock.json unless exactly these are installed already. */
export async function ensureInstalled() {
  // SQLite is compiled for one kind of Node and machine.
  const { modules } = process.versions;
  const lock = `${digestOf([join(root, "package-lock.json")])} ${modules} ${process.arch}`;
  const mark = join(root, "node_modules", ".installed-lock");
  if (readText(mark) === lock) return;
  await step(
    "Installing packages (once; one to two minutes)",
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    ownHeaders(),
  );
  writeFileSync(mark, lock);
}

/** Where SQLite has to be compiled, with the headers that came with this Node rather than with downloaded ones. */
function ownHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

/** Builds the site unless the build was made from exactly these sources. */
export async function ensureBuilt() {
  const sources = digestOf([
    ...filesUnder("app"),
    ...filesUnder("db"),
    ...filesUnder("public"),
    ...["package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"].map((file) =>
      join(root, file),
    ),
  ]);
  const mark = join(root, "build", ".sources");
  if (readText(mark) === sources && existsSync(join(root, "build/server/index.js"))) return;
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  await step("Building the site", process.execPath, [remix, "vite:build"], {
    NODE_ENV: "production",
  });
  compressAssets();
  writeFileSync(mark, sources);
}

let running = null;
const LAST_WORDS_MS = 5_000;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Stopped by Ctrl-C or a time limit, a command ends the program that it runs, and what that one started; answers
 * what takes this back.
 */
export function endStepsOnSignals() {
  for (const signal of SIGNALS) process.on(signal, endStep);
  return () => {
    for (const signal of SIGNALS) process.off(signal, endStep);
  };
}

function endStep() {
  if (running === null) process.exit(1);
  const { pid } = running;
  const tell = (signal) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  running.once("close", () => process.exit(1));
  tell("SIGTERM");
  setTimeout(() => {
    tell("SIGKILL");
    process.exit(1);
  }, LAST_WORDS_MS);
}

/** Runs a program, shows its name and the seconds gone by, and stops the whole command when it fails. */
export async function step(title, command, args, env = {}) {
  const code = await runStep(title, command, args, env);
  if (code !== 0) stop(`${title}: failed (${command} ended with ${code}).`);
}

/** Like `step`, but answers the exit code; what the program printed is shown when it failed. */
export async function runStep(title, command, args, env = {}) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(`${title} ...`);
  const ticker = setInterval(
    () => {
      if (process.stdout.isTTY) process.stdout.write(`\r${title} ... ${seconds()} s`);
      else process.stdout.write(".");
    },
    process.stdout.isTTY ? 1000 : 10_000,
  );
  let output = "";
  const code = await new Promise((resolve) => {
    // A group of its own, so that whatever it started can be ended with it.
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    running = child;
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => {
      output += String(error);
      resolve(1);
    });
    child.once("close", (exitCode) => resolve(exitCode ?? 1));
  });
  running = null;
  clearInterval(ticker);
  const line = `${title} ... ${code === 0 ? "done" : "FAILED"} in ${seconds()} s`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}\n` : ` ${line.split(" ... ")[1]}\n`);
  if (code !== 0 || process.env.VERBOSE) process.stdout.write(`${output}\n`);
  return code;
}

export function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function compressAssets() {
  for (const file of filesUnder("build/client")) {
    if (!/\.(css|js|svg|json|txt|xml)$/.test(file)) continue;
    const plain = readFileSync(file);
    if (plain.length < 800) continue;
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
  }
}

function filesUnder(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
