import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ownEnvironment } from "../support/own-environment";
import { expect, test } from "@playwright/test";
import { temporaryFolder } from "../support/shop";

/** A server that cannot serve says in one sentence what to change, and ends with 1. */

const root = join(import.meta.dirname, "../..");
let folder: string;

test.beforeEach(() => {
  folder = temporaryFolder("start");
});
test.afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

/** A folder as the first run leaves it, of the province 08. */
function seeded(): string {
  const template = process.env["SHOP_TEMPLATE"];
  if (!template) throw new Error("global-setup has not run");
  const dataDir = join(folder, "data");
  cpSync(template, dataDir, { recursive: true });
  return dataDir;
}

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["app/server/start.mjs", "--skip-setup"], {
      cwd: root,
      env: ownEnvironment({ PORT: "0", HOST: "127.0.0.1", ...env }),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    // One that does serve would never end by itself.
    const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, said: said.trim() });
    });
  });
}

async function expectRefusal(env: Record<string, string>, sentence: string): Promise<void> {
  expect(await start(env)).toEqual({ code: 1, said: sentence });
}

test("DATA_DIR that is a file, or lies in one", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const way = "set DATA_DIR to a folder that this account may write.";
  await expectRefusal({ DATA_DIR: file }, `DATA_DIR is ${file}, but it is no folder: ${way}`);
  const within = join(file, "data");
  await expectRefusal({ DATA_DIR: within }, `DATA_DIR is ${within}, but it is no folder: ${way}`);
});

test("DATA_DIR that may not be written", async () => {
  // Rights do not bind the administrator; the kernel's own folder does.
  const locked = process.getuid?.() === 0 ? "/sys" : folder;
  if (locked === folder) chmodSync(folder, 0o500);
  const dataDir = join(locked, "data");
  await expectRefusal(
    { DATA_DIR: dataDir },
    `DATA_DIR is ${dataDir}, but it may not be written: set DATA_DIR to a folder that this account may write.`,
  );
  expect(existsSync(dataDir)).toBe(false);
});

test("a place for photos in DATA_DIR that is a file", async () => {
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  const uploads = join(dataDir, "uploads");
  writeFileSync(uploads, "");
  await expectRefusal(
    { DATA_DIR: dataDir },
    `DATA_DIR is ${dataDir}, but ${uploads} is no folder: set DATA_DIR to a folder that this account may write.`,
  );
});

for (const host of ["no-such-host.invalid", "192.0.2.1", "http://localhost"]) {
  test(`HOST=${host}`, async () => {
    await expectRefusal(
      { DATA_DIR: seeded(), HOST: host },
      `HOST is ${host}, which is no address of this machine: set HOST=127.0.0.1, or HOST=0.0.0.0 to be reached from other machines.`,
    );
  });
}

test("a PORT in use", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const sentence = `Port ${port} is taken: stop what uses it, or choose another, such as PORT=`;
  const { code, said } = await start({ DATA_DIR: seeded(), PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(said.startsWith(sentence)).toBe(true);
  expect(said.split("\n")).toHaveLength(1);
});

test("a PORT that is no number", async () => {
  const { code, said } = await start({ DATA_DIR: folder, PORT: "http" });
  expect(code).toBe(1);
  expect(said).toMatch(/^PORT: [^\n]*$/);
});

test("PROVINCE of another place than the database", async () => {
  await expectRefusal(
    { DATA_DIR: seeded(), PROVINCE: "51" },
    "PROVINCE is 51, but DATA_DIR holds households of another province: set PROVINCE back, or choose another DATA_DIR.",
  );
  await expectRefusal(
    { DATA_DIR: seeded(), PROVINCE: "99" },
    "PROVINCE is 99, which no province has: 08 is Tuyên Quang.",
  );
});

test("BANK_BIN of no bank", async () => {
  await expectRefusal(
    { DATA_DIR: seeded(), BANK_BIN: "123456" },
    "BANK_BIN is 123456, which no bank or wallet has: set it to the BIN of the bank that keeps the account.",
  );
});

test("a key file that is empty", async () => {
  const dataDir = seeded();
  const file = join(dataDir, "keys", "order-links");
  mkdirSync(join(dataDir, "keys"), { recursive: true });
  writeFileSync(file, "");
  const { code, said } = await start({ DATA_DIR: dataDir });
  expect([code, said.startsWith(`${file} holds no key of 64 hex digits`)]).toEqual([1, true]);
});

test("npm start ends, and lets go of the port, when its service manager says so", async () => {
  const npm = spawn("npm", ["start", "--", "--skip-setup"], {
    cwd: root,
    env: ownEnvironment({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: seeded() }),
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => npm.once("exit", () => resolve()));
  const origin = await new Promise<string>((resolve) => {
    let said = "";
    npm.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, port] = /http:\/\/localhost:(\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
  });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  npm.kill("SIGTERM");
  await ended;
  await expect
    .poll(() =>
      fetch(`${origin}/healthz`).then(
        () => "answers",
        () => "gone",
      ),
    )
    .toBe("gone");
});
