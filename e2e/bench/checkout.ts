import Database from "better-sqlite3";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import {
  fillInCheckouts,
  sendCheckouts,
  type CheckoutFigures,
  type FilledCheckout,
} from "./checkout-load";
import { growOrders } from "./grow-orders";

const BUYERS = [1, 10, 50];
/** Node compiles what it runs often, and goes on doing so for some thousand checkouts. */
const WARM_UP = 2_000;
const CHECKOUTS = 3_000;
const SIZES = [10_000, 100_000, 1_000_000];
const TURNS = 6;
const CHECKOUTS_A_TURN = 500;
const LEAST_PER_SECOND = 300;
const LEAST_GROWN_SHARE = 0.8;
const STOCK = 10_000_000;

/**
 * Prints durable checkouts a second over HTTP, beside bare durable transactions of the same engine and disk, and how
 * they fare while the orders grow to a million. Ends with 1 when they are too few, or fewer with a million orders.
 */
export async function benchCheckout(): Promise<void> {
  const folders = SIZES.map(() => temporaryFolder("bench"));
  const [dataDir = ""] = folders;
  try {
    await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
    const slugs = stockUp(dataDir);
    const atTen = await benchBuyers(dataDir, slugs);
    const share = await benchGrowth(folders, slugs);
    const isFast = atTen >= LEAST_PER_SECOND;
    const isFlat = share >= LEAST_GROWN_SHARE;
    print(
      `checkout: ${atTen.toFixed(0)} a second at 10 buyers (at least ${LEAST_PER_SECOND}): ${isFast ? "ok" : "TOO FEW"}; ` +
        `1M/10k orders ${share.toFixed(2)} (at least ${LEAST_GROWN_SHARE}): ${isFlat ? "ok" : "NOT FLAT"}`,
    );
    if (!isFast || !isFlat) process.exitCode = 1;
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers how many a second there are at ten buyers; leaves one order of each kind in the folder. */
async function benchBuyers(dataDir: string, slugs: readonly [string, string]): Promise<number> {
  const fresh = temporaryFolder("bench-buyers");
  const shop = await openShop(dataDir);
  const filled = await fillInCheckouts(shop, slugs);
  await sendCheckouts(shop, filled, { buyers: 1, count: filled.length });
  await shop.stop();
  cpSync(dataDir, fresh, { recursive: true });
  const busy = await openShop(fresh);
  try {
    const bare = bareTransactions(fresh);
    print(
      `carts of one household and of two, by transfer and at the door, in turn; each is on the disk when answered`,
    );
    print(`bare durable transactions: ${bare.toFixed(0)} a second`);
    print(`after ${WARM_UP} to warm up, ${CHECKOUTS} each:`);
    print("  buyers  checkouts/s       p50       p99  CPU each    ratio");
    await sendCheckouts(busy, filled, { buyers: 10, count: WARM_UP });
    let atTen = 0;
    for (const buyers of BUYERS) {
      const figures = await sendCheckouts(busy, filled, { buyers, count: CHECKOUTS });
      if (buyers === 10) atTen = figures.perSecond;
      printRow(String(buyers), figures, bare);
    }
    return atTen;
  } finally {
    await busy.stop();
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Ten buyers in shops with more and more orders, all open at once and asked in turn, so that a machine whose speed
 * changes is as fast for one as for the other. Answers the last one's speed as a share of the first one's.
 */
async function benchGrowth(
  folders: readonly string[],
  slugs: readonly [string, string],
): Promise<number> {
  const shops: { size: number; shop: Shop; filled: FilledCheckout[]; turns: CheckoutFigures[] }[] =
    [];
  const [template = ""] = folders;
  try {
    // The largest first: what it is copied from must still be small.
    for (const [i, size] of [...SIZES.entries()].toReversed()) {
      const folder = folders[i] ?? "";
      if (folder !== template) cpSync(template, folder, { recursive: true });
      const startedAt = performance.now();
      const orders = growOrders(join(folder, "cho-phien.sqlite"), size);
      const seconds = (performance.now() - startedAt) / 1_000;
      print(`${orders} orders written in ${seconds.toFixed(0)} s`);
      const shop = await openShop(folder);
      shops.unshift({ size, shop, filled: await fillInCheckouts(shop, slugs), turns: [] });
    }
    for (const { shop, filled } of shops) {
      await sendCheckouts(shop, filled, { buyers: 10, count: WARM_UP });
    }
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const { shop, filled, turns } of shops) {
        turns.push(await sendCheckouts(shop, filled, { buyers: 10, count: CHECKOUTS_A_TURN }));
      }
    }
    print(`10 buyers, ${TURNS} turns of ${CHECKOUTS_A_TURN} (medians):`);
    print("  orders  checkouts/s       p50       p99  CPU each  to first");
    const medians = shops.map(({ turns }) => medianOf(turns));
    const first = medians[0]?.perSecond ?? 0;
    for (const [i, figures] of medians.entries()) {
      printRow(String(shops[i]?.size), figures, first);
    }
    return (medians.at(-1)?.perSecond ?? 0) / first;
  } finally {
    for (const { shop } of shops) await shop.stop();
  }
}

/** Each checkout comes from an address of its own, as from buyers behind a proxy. */
function openShop(dataDir: string): Promise<Shop> {
  return startShop({ dataDir, env: { TRUST_PROXY: "1" } });
}

/** Endless stock of two products of different households, by their addresses. */
export function stockUp(dataDir: string): [string, string] {
  const database = new Database(join(dataDir, "cho-phien.sqlite"));
  const products = database
    .prepare<[], { id: string; slug: string }>(
      `select id, slug from products where id in (
         select min(id) from products where status = 'published' and ocop_set not in (14, 15, 26)
         and household_id in (select id from households where status = 'approved') group by household_id
       ) order by slug limit 2`,
    )
    .all();
  for (const { id } of products) {
    const { changes } = database
      .prepare("update lots set on_hand_count = ?, expires_on = null where product_id = ?")
      .run(STOCK, id);
    database
      .prepare("update products set available_count = ? where id = ?")
      .run(changes * STOCK, id);
  }
  database.close();
  const [first, second] = products;
  if (!first || !second) throw new Error("the demo has no two households with goods");
  return [first.slug, second.slug];
}

export function bareTransactions(dataDir: string): number {
  const database = new Database(join(dataDir, "bare.sqlite"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("create table rows (id integer primary key, text text)");
  const insert = database.prepare("insert into rows (text) values (?)");
  const startedAt = performance.now();
  let count = 0;
  while (performance.now() - startedAt < 2_000) {
    insert.run("x".repeat(2_000));
    count += 1;
  }
  database.close();
  return (count * 1_000) / (performance.now() - startedAt);
}

function medianOf(turns: readonly CheckoutFigures[]): CheckoutFigures {
  const middle = (of: keyof CheckoutFigures) =>
    turns.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(turns.length / 2)] ?? 0;
  return {
    perSecond: middle("perSecond"),
    p50: middle("p50"),
    p99: middle("p99"),
    cpuMs: middle("cpuMs"),
  };
}

function printRow(name: string, figures: CheckoutFigures, reference: number): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(9);
  const cells = [
    name.padStart(8),
    figures.perSecond.toFixed(0).padStart(12),
    ms(figures.p50),
    ms(figures.p99),
    `${figures.cpuMs.toFixed(2)} ms`.padStart(9),
    (figures.perSecond / reference).toFixed(3).padStart(8),
  ];
  print(cells.join(" "));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
