import Database from "better-sqlite3";
import { join } from "node:path";
import { checkoutForm, fillCart, post } from "../support/place-order";
import { seedFolder } from "../support/run-node";
import { exitOnSignals, startShop, temporaryFolder, type Shop } from "../support/shop";

/**
 * `npm run race`: many buyers press the button at the same moment for the last units, over HTTP against the built
 * server. Whatever the order of arrival, exactly what is there is sold, and the rest are told politely.
 */

const HELP = `npm run race [-- --buyers 50] [--units 10]

Starts the built shop on a folder of its own, leaves --units of one product, and lets --buyers (2 to 200) check out
at the same time, once by VietQR and once in cash. Then sends one form twice at the same time. Ends with 1 when
anything but exactly --units was sold, a refusal was no 409, or the same form made two checkouts.
`;

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? fallback : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1 || value > 200) {
    process.stderr.write(`--${name} takes a whole number from 1 to 200\n`);
    process.exit(2);
  }
  return value;
}

async function main(): Promise<void> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return;
  }
  const buyers = option("buyers", 50);
  const units = option("units", 10);
  exitOnSignals();
  const dataDir = temporaryFolder("race");
  await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
  const products = leaveUnits(dataDir, units);
  const shop = await startShop({ dataDir });
  let failed = 0;
  const check = (isRight: boolean, sentence: string) => {
    process.stdout.write(`${isRight ? "ok    " : "WRONG "} ${sentence}\n`);
    if (!isRight) failed += 1;
  };
  try {
    for (const [i, method] of (["vietqr", "cod"] as const).entries()) {
      const product = products[i];
      if (!product) throw new Error("too few products");
      const statuses = await raceFor(shop, { slug: product.slug, method, buyers });
      const sold = statuses.filter((status) => status === 302 || status === 303).length;
      const refused = statuses.filter((status) => status === 409).length;
      const expected = Math.min(units, buyers);
      check(sold === expected, `${method}: ${buyers} buyers, ${units} units: ${sold} sold`);
      check(refused === buyers - expected, `${method}: ${refused} told that it is sold out (409)`);
      check(
        unitsHeld(dataDir, product.id) === expected,
        `${method}: the lots hold ${expected} reserved`,
      );
    }
    const twice = products[2];
    if (!twice) throw new Error("too few products");
    check((await sendTwice(shop, twice.slug)) === 1, "the same form sent twice made one checkout");
  } finally {
    await shop.stop();
  }
  process.stdout.write(`${failed === 0 ? "race: all right" : `race: ${failed} wrong`}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Leaves so many units of three ordinary products, before the server runs. */
function leaveUnits(dataDir: string, units: number): { id: string; slug: string }[] {
  const database = new Database(join(dataDir, "cho-phien.sqlite"));
  const products = database
    .prepare(
      `select id, slug from products where status = 'published' and available_count >= ?
       and ocop_set not in (14, 15, 26)
       and household_id in (select id from households where status = 'approved') order by slug limit 3`,
    )
    .all(units) as { id: string; slug: string }[];
  for (const product of products) {
    const [first] = database
      .prepare(
        "select id from lots where product_id = ? order by expires_on is null, expires_on desc",
      )
      .all(product.id) as { id: string }[];
    database.prepare("update lots set on_hand_count = 0 where product_id = ?").run(product.id);
    database.prepare("update lots set on_hand_count = ? where id = ?").run(units, first?.id);
    database.prepare("update products set available_count = ? where id = ?").run(units, product.id);
  }
  database.close();
  return products;
}

async function raceFor(
  shop: Shop,
  race: { slug: string; method: "vietqr" | "cod"; buyers: number },
): Promise<number[]> {
  const productPath = `/products/${race.slug}`;
  const cartCookie = await fillCart(shop.origin, { productPath });
  const forms = await Promise.all(
    Array.from({ length: race.buyers }, () =>
      checkoutForm(shop.origin, { productPath, cartCookie, method: race.method }),
    ),
  );
  const answers = await Promise.all(
    forms.map((form) => post(`${shop.origin}/checkout`, form, { Cookie: `cart=${cartCookie}` })),
  );
  return Promise.all(
    answers.map(async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    }),
  );
}

async function sendTwice(shop: Shop, slug: string): Promise<number> {
  const productPath = `/products/${slug}`;
  const cartCookie = await fillCart(shop.origin, { productPath });
  const form = await checkoutForm(shop.origin, { productPath, cartCookie });
  const send = () => post(`${shop.origin}/checkout`, form, { Cookie: `cart=${cartCookie}` });
  const answers = [...(await Promise.all([send(), send()])), await send()];
  return new Set(answers.map((answer) => answer.headers.get("Location"))).size;
}

function unitsHeld(dataDir: string, productId: string): number {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  const row = database
    .prepare("select sum(reserved_count) as held from lots where product_id = ?")
    .get(productId) as { held: number };
  database.close();
  return row.held;
}

await main();
