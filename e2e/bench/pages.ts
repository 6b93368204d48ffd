import autocannon from "autocannon";
import { readFileSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";

const BARE_SERVER = fileURLToPath(new URL("bare-server.mjs", import.meta.url));
const SECONDS = 5;
const CONNECTIONS = [1, 10, 50];
/** A session that nobody has: whoever brings one is never answered from the cache. */
const UNCACHED = { Cookie: "session=none" };
const COMPRESSED = { "Accept-Encoding": "br" };
/** Linux counts a process' CPU time in these. */
const TICKS_PER_SECOND = 100;

type Figures = { perSecond: number; p50: number; p95: number; p99: number; cpuMs: number };
type Target = { url: string; headers: Record<string, string> };

/** Prints a table: each public page, kept and made anew, against a bare server that sends the same bytes. */
export async function benchPages(): Promise<void> {
  const dataDir = temporaryFolder("bench");
  await seedFolder(dataDir, ["--province", "08"]);
  const shop = await startShop({ dataDir });
  try {
    const list = await (await fetch(`${shop.origin}/products`)).text();
    const product = /href="(\/products\/[^"?]+)"/.exec(list)?.[1] ?? "/products";
    process.stdout.write(
      "page             conn     req/s      p50      p95      p99  CPU/req  bare req/s   ratio\n",
    );
    for (const [name, path] of [
      ["home", "/"],
      ["list", "/products"],
      ["search", "/products?q=che"],
      ["product", product],
    ] as const) {
      for (const connections of CONNECTIONS) await compare(shop, { name, path, connections });
    }
  } finally {
    await shop.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function compare(
  shop: Shop,
  { name, path, connections }: { name: string; path: string; connections: number },
): Promise<void> {
  const url = shop.origin + path;
  const bare = await loadBare(await bytesOf(url), connections);
  for (const [kind, headers] of [
    ["kept", COMPRESSED],
    ["anew", { ...COMPRESSED, ...UNCACHED }],
  ] as const) {
    const ours = await load({ url, headers }, { connections, pid: shop.process.pid });
    const cells = [
      `${name} ${kind}`.padEnd(14),
      String(connections).padStart(6),
      ours.perSecond.toFixed(0).padStart(9),
      ...[ours.p50, ours.p95, ours.p99, ours.cpuMs].map((ms) => `${ms.toFixed(1)} ms`.padStart(8)),
      bare.perSecond.toFixed(0).padStart(11),
      (ours.perSecond / bare.perSecond).toFixed(3).padStart(7),
    ];
    process.stdout.write(`${cells.join(" ")}\n`);
  }
}

/** The compressed page, as it goes over the line. */
async function bytesOf(url: string): Promise<Buffer> {
  return brotliCompressSync(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

async function loadBare(bytes: Buffer, connections: number): Promise<Figures> {
  const child = spawn(process.execPath, [BARE_SERVER], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    child.stdin.end(bytes);
    const [port] = await once(child.stdout, "data");
    const url = `http://127.0.0.1:${String(port).trim()}/`;
    return await load({ url, headers: COMPRESSED }, { connections, pid: child.pid });
  } finally {
    child.kill();
  }
}

async function load(
  { url, headers }: Target,
  { connections, pid }: { connections: number; pid?: number | undefined },
): Promise<Figures> {
  await autocannon({ url, headers, connections, duration: 1 });
  const cpuBefore = cpuSeconds(pid);
  const result = await autocannon({ url, headers, connections, duration: SECONDS });
  const cpu = cpuSeconds(pid) - cpuBefore;
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  }
  const { p50, p97_5: p95, p99 } = result.latency;
  return {
    perSecond: result.requests.average,
    p50,
    p95,
    p99,
    cpuMs: (cpu * 1_000) / Math.max(1, result.requests.total),
  };
}

/** CPU time of a process so far; 0 where the system does not say it in Linux's way. */
function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined || process.platform !== "linux") return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
