import Database from "better-sqlite3";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { addMonths, localDateOf, monthOf } from "../../app/platform/period";
import { PHONES } from "../support/journey";
import { ownEnvironment } from "../support/own-environment";
import { signIn } from "../support/returned-order";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import { growOrders } from "./grow-orders";
import { createYardstick } from "./machine-speed";

const ORDERS = 10_000_000;
/** What the copies are made of: 1,800 sellers. */
const TEMPLATE_ORDERS = 20_000;
const TEMPLATE_PRODUCTS = 50_000;
const ASKED = 200;
const WARM_UP = 20;
const DASHBOARD_MS_MAX = 50;
const RECOUNT_SECONDS_MAX = 300;
/** What the server may grow by while a year is taken along, whatever its size. */
const EXPORT_MB_MAX = 150;
const DASHBOARDS = ["/department", "/department/indicator", "/department/periods", "/statistics"];

/**
 * Prints, with ten million orders of a year by 1,800 sellers, how long all that is kept takes to be made anew, how long
 * the dashboards take on the server, and what memory a year's export takes. Ends with 1 when a bar is missed.
 */
export async function benchStatistics(): Promise<void> {
  const dataDir = temporaryFolder("bench-statistics");
  const misses: string[] = [];
  try {
    const file = join(dataDir, "cho-phien.sqlite");
    const options = ["--orders", String(TEMPLATE_ORDERS), "--products", String(TEMPLATE_PRODUCTS)];
    await seedFolder(dataDir, ["--province", "08", ...options]);
    const startedAt = performance.now();
    const orders = growOrders(file, ORDERS, true);
    print(`${orders} orders written in ${secondsSince(startedAt).toFixed(0)} s`);
    misses.push(...(await benchRecount(dataDir, file)));
    const shop = await startShop({ dataDir });
    try {
      const cookie = await signIn(shop.origin, PHONES.department);
      misses.push(...(await benchDashboards(shop, cookie)), ...(await benchExport(shop, cookie)));
    } finally {
      await shop.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  print(misses.length === 0 ? "statistics: ok" : `statistics: MISSED ${misses.join(", ")}`);
  if (misses.length > 0) process.exitCode = 1;
}

/** `npm run recount` on figures of which the copies are missing, beside reading each order and its lines once in SQL. */
async function benchRecount(dataDir: string, file: string): Promise<string[]> {
  const bareSeconds = readBare(file);
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "app/server/recount.ts"],
    {
      env: ownEnvironment({ DATA_DIR: dataDir }),
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`recount ended with ${code}`);
  const seconds = secondsSince(startedAt);
  const isFast = seconds <= RECOUNT_SECONDS_MAX;
  print(
    `recount of all: ${seconds.toFixed(0)} s (at most ${RECOUNT_SECONDS_MAX}): ${isFast ? "ok" : "TOO SLOW"}; ` +
      `orders with their lines read once in SQL: ${bareSeconds.toFixed(0)} s, ratio ${(seconds / bareSeconds).toFixed(2)}`,
  );
  return isFast ? [] : ["recount"];
}

function readBare(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    const startedAt = performance.now();
    database
      .prepare(
        `select sum(l.total_vnd) from orders o indexed by orders_delivered
         join checkouts c on c.id = o.checkout_id join line_items l on l.order_id = o.id
         where o.delivered_on >= '2000' and c.channel = 'web'`,
      )
      .get();
    return secondsSince(startedAt);
  } finally {
    database.close();
  }
}

/** One reader after another; at the speed of the reference machine, and as it was. */
async function benchDashboards(shop: Shop, cookie: string): Promise<string[]> {
  const misses: string[] = [];
  print(`each asked ${ASKED} times, signed in as an officer:`);
  print("  page                         p50       p95  p95 at reference speed");
  for (const path of DASHBOARDS) {
    const yardstick = createYardstick();
    const times: number[] = [];
    for (let i = 0; i < ASKED + WARM_UP; i += 1) {
      yardstick.lay();
      const startedAt = performance.now();
      const answer = await fetch(shop.origin + path, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      if (i >= WARM_UP) times.push(performance.now() - startedAt);
    }
    times.sort((a, b) => a - b);
    const [p50 = 0, p95 = 0] = [times[ASKED / 2], times[Math.floor(ASKED * 0.95)]];
    const atReference = p95 * yardstick.speed();
    const isFast = atReference <= DASHBOARD_MS_MAX;
    print(
      `  ${path.padEnd(22)} ${[p50, p95, atReference].map((ms) => `${ms.toFixed(1)} ms`.padStart(9)).join(" ")}` +
        ` (at most ${DASHBOARD_MS_MAX}): ${isFast ? "ok" : "TOO SLOW"}`,
    );
    if (!isFast) misses.push(path);
  }
  return misses;
}

/** Everything of the year that ends with the last whole month, read as fast as it comes. */
async function benchExport(shop: Shop, cookie: string): Promise<string[]> {
  const last = addMonths(monthOf(localDateOf(Date.now())), -1);
  const month = addMonths(last, -11);
  const before = memoryOf(shop);
  let [bytes, peak] = [0, before];
  const startedAt = performance.now();
  const answer = await fetch(
    `${shop.origin}/department/indicator/orders.csv?month=${month}&last=${last}&set=all`,
    { headers: { cookie } },
  );
  if (answer.status !== 200 || !answer.body)
    throw new Error(`the export answered ${answer.status}`);
  let rows = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) rows += 1;
    peak = Math.max(peak, memoryOf(shop));
  }
  const grown = peak - before;
  const isConstant = grown <= EXPORT_MB_MAX;
  print(
    `a year's export (${month} to ${last}): ${rows} rows, ${(bytes / 1e6).toFixed(0)} MB in ${secondsSince(startedAt).toFixed(0)} s; ` +
      `the server's memory grew by ${grown.toFixed(0)} MB from ${before.toFixed(0)} (at most ${EXPORT_MB_MAX}): ${isConstant ? "ok" : "TOO MUCH"}`,
  );
  return isConstant ? [] : ["export"];
}

/** MB of the server that are in memory, as Linux counts them. */
function memoryOf(shop: Shop): number {
  const status = readFileSync(`/proc/${shop.process.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000;
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1_000;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
