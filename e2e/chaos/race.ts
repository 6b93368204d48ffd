import Database from "better-sqlite3";
import { join } from "node:path";
import { sendNotice } from "../support/bank-notice";
import { checkLedgerFile } from "../support/check-ledger-file";
import { checkoutForm, fillCart, post } from "../support/place-order";
import { seedFolder } from "../support/run-node";
import { exitOnSignals, startShop, temporaryFolder, type Shop } from "../support/shop";
import { query } from "./shop-file";

/**
 * `npm run race`: many buyers press the button at the same moment for the last units, over HTTP against the built
 * server. Whatever the order of arrival, exactly what is there is sold, the rest are told politely, and whoever pays
 * gets something for it.
 */

const HELP = `npm run race [-- --buyers 50] [--units 10] [--servers 2]

Starts the built shop on a folder of its own, in one process and then in two on the same database, and lets 2, 20 and
200 buyers check out at the same time for the last 1, 2 and 10 units of a product, by VietQR and in cash. Whoever has
a VietQR order then pays, at either server. Each option leaves only its own number (buyers and units up to 200,
servers 1 or 2). Ends with 1 when anything but exactly the units was sold, a refusal was no 409, a payment found no
order or the ledger does not balance, or when one form sent several times made two checkouts.
`;

const MOST = 200;

type Method = "vietqr" | "cod";
type Race = { method: Method; buyers: number; units: number };
type Product = { id: string; slug: string; lotId: string };

let failed = 0;
function check(isRight: boolean, sentence: string): void {
  process.stdout.write(`${isRight ? "ok    " : "WRONG "} ${sentence}\n`);
  if (!isRight) failed += 1;
}

async function main(): Promise<void> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return;
  }
  const manyBuyers = option("buyers", [2, 20, 200], MOST);
  const manyUnits = option("units", [1, 2, 10], MOST);
  const manyServers = option("servers", [1, 2], 2);
  exitOnSignals();
  for (const servers of manyServers) {
    const dataDir = temporaryFolder("race");
    await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
    const [first, second, third] = takeProducts(dataDir);
    if (!first || !second || !third) throw new Error("too few products");
    const shops: Shop[] = [];
    try {
      for (let i = 0; i < servers; i += 1) shops.push(await openShop(dataDir));
      for (const buyers of manyBuyers) {
        for (const units of manyUnits) {
          await race(shops, first, { method: "vietqr", buyers, units });
          await race(shops, second, { method: "cod", buyers, units });
        }
      }
      leaveUnits(dataDir, third, MOST);
      check((await sendTogether(shops, third)) === 1, "one form sent four times made one checkout");
    } finally {
      await Promise.all(shops.map((shop) => shop.stop()));
    }
    const { differences } = checkLedgerFile(dataDir);
    check(
      differences.length === 0,
      `${inWords(shops)}: ledger and stock add up ${differences.join("; ")}`,
    );
  }
  process.stdout.write(`${failed === 0 ? "race: all right" : `race: ${failed} wrong`}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** What was asked for, or all of the usual. */
function option(name: string, usual: readonly number[], most: number): readonly number[] {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return usual;
  const value = Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    process.stderr.write(`--${name} takes a whole number from 1 to ${most}\n`);
    process.exit(2);
  }
  return [value];
}

/** Behind a proxy, as buyers come from many addresses: one address may send only so many orders. */
function openShop(dataDir: string): Promise<Shop> {
  return startShop({ dataDir, env: { TRUST_PROXY: "1" } });
}

let buyersSoFar = 0;
function fromSomewhere(): { "X-Forwarded-For": string } {
  buyersSoFar += 1;
  return { "X-Forwarded-For": `10.0.${buyersSoFar >> 8}.${buyersSoFar & 255}` };
}

async function race(shops: readonly Shop[], product: Product, run: Race): Promise<void> {
  const { method, buyers, units } = run;
  const dataDir = shopOf(shops, 0).dataDir;
  leaveUnits(dataDir, product, units);
  const heldBefore = unitsHeld(dataDir, product);
  const answers = await buyAtOnce(shops, product, run);
  const sold = answers.filter(({ status }) => status === 302 || status === 303);
  const refused = answers.filter(({ status }) => status === 409).length;
  const expected = Math.min(units, buyers);
  const held = unitsHeld(dataDir, product) - heldBefore;
  const isRight = sold.length === expected && refused === buyers - expected && held === expected;
  const paid = method === "vietqr" ? await payAll(shops, sold) : null;
  const isPaid = paid === null || paid === expected;
  check(
    isRight && isPaid,
    `${inWords(shops)}, ${method}: ${buyers} buyers, ${units} units: ${sold.length} sold, ` +
      `${refused} told that it is sold out (409), lots hold ${held}` +
      (paid === null ? "" : `, ${paid} paid and accepted`),
  );
}

function inWords(shops: readonly Shop[]): string {
  return shops.length === 1 ? "one server" : `${shops.length} servers`;
}

function shopOf(shops: readonly Shop[], i: number): Shop {
  const shop = shops[i % shops.length];
  if (!shop) throw new Error("no server runs");
  return shop;
}

type Answer = { status: number; code: string };

/** Each buyer has the form open before any sends it. */
async function buyAtOnce(
  shops: readonly Shop[],
  { slug }: Product,
  { method, buyers }: Race,
): Promise<Answer[]> {
  const productPath = `/products/${slug}`;
  const cartCookie = await fillCart(shopOf(shops, 0).origin, { productPath });
  const forms = await Promise.all(
    Array.from({ length: buyers }, (_, i) =>
      checkoutForm(shopOf(shops, i).origin, { productPath, cartCookie, method }),
    ),
  );
  return Promise.all(
    forms.map(async (form, i) => {
      const headers = { Cookie: `cart=${cartCookie}`, ...fromSomewhere() };
      const answer = await post(`${shopOf(shops, i).origin}/checkout`, form, headers);
      await answer.arrayBuffer();
      const { pathname } = new URL(answer.headers.get("Location") ?? "/", "http://shop");
      return { status: answer.status, code: pathname.split("/").at(-1) ?? "" };
    }),
  );
}

let notices = 0;

/** Everybody with an order pays what it says, at once; answers how many of them have an order that is accepted. */
async function payAll(shops: readonly Shop[], sold: readonly Answer[]): Promise<number> {
  const { dataDir } = shopOf(shops, 0);
  await Promise.all(
    sold.map(({ code }, i) => {
      const [payment] = query(dataDir, "select due_vnd from payments where reference = ?", [code]);
      notices += 1;
      return sendNotice(shopOf(shops, i).origin, {
        id: notices,
        amountVnd: Number(payment?.["due_vnd"]),
        content: `MBVCB.${notices}.${code}.CT`,
      });
    }),
  );
  return sold.filter(({ code }) => {
    const [row] = query(
      dataDir,
      `select p.status, p.captured_vnd = p.due_vnd as is_whole, c.status as checkout
       from payments p join checkouts c on c.id = p.checkout_id where p.reference = ?`,
      [code],
    );
    return row?.["status"] === "paid" && row["is_whole"] === 1 && row["checkout"] === "accepted";
  }).length;
}

async function sendTogether(shops: readonly Shop[], { slug }: Product): Promise<number> {
  const productPath = `/products/${slug}`;
  const cartCookie = await fillCart(shopOf(shops, 0).origin, { productPath });
  const form = await checkoutForm(shopOf(shops, 0).origin, { productPath, cartCookie });
  const send = (i: number) =>
    post(`${shopOf(shops, i).origin}/checkout`, form, {
      Cookie: `cart=${cartCookie}`,
      ...fromSomewhere(),
    });
  const answers = [...(await Promise.all([send(0), send(1), send(2)])), await send(1)];
  return new Set(answers.map((answer) => answer.headers.get("Location"))).size;
}

/** Three ordinary products, each with the lot that keeps longest, which is good long after it comes. */
function takeProducts(dataDir: string): Product[] {
  return query(
    dataDir,
    `select p.id, p.slug, (select id from lots l where l.product_id = p.id
        order by expires_on is null desc, expires_on desc limit 1) as lotId
     from products p where status = 'published' and available_count > 0 and ocop_set not in (14, 15, 26)
       and id in (select product_id from lots where expires_on is null or expires_on > date('now', '+60 days'))
       and household_id in (select id from households where status = 'approved') order by slug limit 3`,
  ) as Product[];
}

/** So many units of a product can be had, whatever was sold of it before; the servers hear of it as of any commit. */
function leaveUnits(dataDir: string, { id, lotId }: Product, units: number): void {
  const database = new Database(join(dataDir, "cho-phien.sqlite"));
  database.pragma("busy_timeout = 5000");
  database.transaction(() => {
    const lots = "update lots set on_hand_count = reserved_count";
    database.prepare(`${lots} where product_id = ?`).run(id);
    database.prepare(`${lots} + ? where id = ?`).run(units, lotId);
    database.prepare("update products set available_count = ? where id = ?").run(units, id);
  })();
  database.close();
}

function unitsHeld(dataDir: string, { id }: Product): number {
  const [row] = query(
    dataDir,
    "select sum(reserved_count) as held from lots where product_id = ?",
    [id],
  );
  return Number(row?.["held"]);
}

await main();
