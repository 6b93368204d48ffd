import autocannon from "autocannon";
import { rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import { cpuSeconds } from "./cpu-seconds";

const BARE_SERVER = fileURLToPath(new URL("bare-server.mjs", import.meta.url));
const TURNS = 5;
const TURN_SECONDS = 1;
const CONNECTIONS = [1, 10, 50];
/** A session that nobody has: whoever brings one is never answered from the cache. */
const UNCACHED = { Cookie: "session=none" };
const COMPRESSED = { "Accept-Encoding": "br" };

type Figures = { perSecond: number; p50: number; p95: number; p99: number; cpuMs: number };
type Target = { url: string; headers: Record<string, string>; pid: number | undefined };

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
  const bare = await startBare(url);
  const targets = [
    { url: bare.url, headers: COMPRESSED, pid: bare.process.pid },
    { url, headers: COMPRESSED, pid: shop.process.pid },
    { url, headers: { ...COMPRESSED, ...UNCACHED }, pid: shop.process.pid },
  ];
  try {
    const [reference, kept, anew] = await loadInTurns(targets, connections);
    if (!reference) return;
    printRow({ name: `${name} kept`, connections, figures: kept, reference });
    printRow({ name: `${name} anew`, connections, figures: anew, reference });
  } finally {
    bare.process.kill();
  }
}

function printRow(row: {
  name: string;
  connections: number;
  figures: Figures | undefined;
  reference: Figures;
}): void {
  const { name, connections, figures, reference } = row;
  if (!figures) return;
  const cells = [
    name.padEnd(14),
    String(connections).padStart(6),
    figures.perSecond.toFixed(0).padStart(9),
    ...[figures.p50, figures.p95, figures.p99, figures.cpuMs].map((ms) =>
      `${ms.toFixed(1)} ms`.padStart(8),
    ),
    reference.perSecond.toFixed(0).padStart(11),
    (figures.perSecond / reference.perSecond).toFixed(3).padStart(7),
  ];
  process.stdout.write(`${cells.join(" ")}\n`);
}

// What node:http says of itself.
const OWN_HEADERS = ["date", "connection", "keep-alive"];

/** A bare server that sends the same bytes: the kept page's head and its compressed body. */
async function startBare(url: string) {
  const [page] = (await once(get(url, { headers: COMPRESSED }), "response")) as [IncomingMessage];
  const head = Object.entries(page.headers).filter(([name]) => !OWN_HEADERS.includes(name));
  const child = spawn(process.execPath, [BARE_SERVER, JSON.stringify(Object.fromEntries(head))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(await buffer(page));
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { process: child, url: `http://127.0.0.1:${port.toString().trim()}/` };
}

/**
 * A second of load each in turn, so that a machine whose speed changes is as fast for one as for the other. Latencies
 * are the medians of the turns.
 */
async function loadInTurns(targets: readonly Target[], connections: number): Promise<Figures[]> {
  const turns = targets.map((): Figures[] => []);
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [i, target] of targets.entries()) {
      const figures = await load(target, connections);
      // The first turn warms up.
      if (turn > 0) turns[i]?.push(figures);
    }
  }
  return turns.map((figures) => {
    const middle = (of: keyof Figures) =>
      figures.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
    return {
      perSecond: figures.reduce((sum, one) => sum + one.perSecond, 0) / figures.length,
      p50: middle("p50"),
      p95: middle("p95"),
      p99: middle("p99"),
      cpuMs: middle("cpuMs"),
    };
  });
}

async function load({ url, headers, pid }: Target, connections: number): Promise<Figures> {
  const cpuBefore = cpuSeconds(pid);
  const result = await autocannon({ url, headers, connections, duration: TURN_SECONDS });
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
