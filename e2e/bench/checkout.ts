import Database from "better-sqlite3";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkoutForm, fillCart, post } from "../support/place-order";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";

const CHECKOUTS = 300;
const BUYERS = [1, 10];

/** Prints durable checkouts a second over HTTP, beside bare durable transactions of the same engine and disk. */
export async function benchCheckout(): Promise<void> {
  const dataDir = temporaryFolder("bench");
  await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
  const slug = stockUp(dataDir);
  const shop = await startShop({ dataDir });
  try {
    const bare = bareTransactions(dataDir);
    process.stdout.write(`bare durable transactions: ${bare.toFixed(0)} a second\n`);
    process.stdout.write("buyers   checkouts/s     p50      p99   ratio\n");
    for (const buyers of BUYERS) {
      const { perSecond, p50, p99 } = await run(shop, slug, buyers);
      process.stdout.write(
        `${String(buyers).padStart(6)} ${perSecond.toFixed(0).padStart(13)} ${p50.toFixed(1).padStart(5)} ms ` +
          `${p99.toFixed(1).padStart(5)} ms ${(perSecond / bare).toFixed(3).padStart(7)}\n`,
      );
    }
  } finally {
    await shop.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function stockUp(dataDir: string): string {
  const database = new Database(join(dataDir, "cho-phien.sqlite"));
  const product = database
    .prepare(
      `select id, slug from products where status = 'published' and ocop_set not in (14, 15, 26)
       and household_id in (select id from households where status = 'approved') order by slug limit 1`,
    )
    .get() as { id: string; slug: string };
  const { changes } = database
    .prepare("update lots set on_hand_count = 100000, expires_on = null where product_id = ?")
    .run(product.id);
  database
    .prepare("update products set available_count = ? where id = ?")
    .run(changes * 100_000, product.id);
  database.close();
  return product.slug;
}

function bareTransactions(dataDir: string): number {
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

async function run(shop: Shop, slug: string, buyers: number) {
  const productPath = `/products/${slug}`;
  const cartCookie = await fillCart(shop.origin, { productPath });
  const template = await checkoutForm(shop.origin, { productPath, cartCookie });
  const times: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const buy = async () => {
    while (next < CHECKOUTS) {
      next += 1;
      const submissionKey = crypto.randomUUID().replaceAll("-", "");
      const sentAt = performance.now();
      const answer = await post(
        `${shop.origin}/checkout`,
        { ...template, submissionKey },
        { Cookie: `cart=${cartCookie}` },
      );
      await answer.arrayBuffer();
      if (answer.status >= 400) throw new Error(`a checkout was answered ${answer.status}`);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: buyers }, buy));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  return {
    perSecond: (CHECKOUTS * 1_000) / (performance.now() - startedAt),
    p50: at(0.5),
    p99: at(0.99),
  };
}
