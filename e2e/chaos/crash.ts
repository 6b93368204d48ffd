import { sendNotice, type Notice } from "../support/bank-notice";
import { placeOrder } from "../support/place-order";
import { seedFolder } from "../support/run-node";
import { exitOnSignals, startShop, temporaryFolder, type Shop } from "../support/shop";
import { crashUnderCheckouts } from "./crash-checkouts";
import { query } from "./shop-file";

/**
 * `npm run crash`: the server is killed with SIGKILL between the arrival of a bank notice and its answer, and then
 * under buyers who press the button all the time. Banks and buyers, as they do, send again until they hear an answer.
 * Nothing may be lost or counted twice.
 */

const HELP = `npm run crash [-- --notices 20] [--checkouts 200]

First part, so many kills as --notices says: each round starts the server, places an order, sends its bank notice, kills
the server at a random moment around the commit, starts it again and sends the notice again. Afterwards every order must
be paid exactly once and the ledger must balance to the đồng.
Second part, --checkouts: buyers order and pay without a pause while the server is killed under them, and send again
what was not answered. Afterwards every order that was answered must be there, each form must have made one, stock must
be held by living orders only, also when the time to pay is over, and the ledger must balance.
0 leaves a part out. Ends with 1 otherwise, and when too few kills fell on either side of the commit to prove it.
`;

/** A server that has just started answers its first notice in some 20 to 60 ms. */
const FIRST_AIM_MS = 30;
/** On each side of the commit at least one kill of so many. */
const LEAST_SHARE = 6;

type Round = { code: string; notice: Notice; wasAnswered: boolean };

async function main(): Promise<void> {
  if (process.argv.includes("--help")) {
    process.stdout.write(HELP);
    return;
  }
  const notices = option("notices", 20);
  const checkouts = option("checkouts", 200);
  exitOnSignals();
  const isRight = [
    notices === 0 || (await crashAtNotices(notices)),
    checkouts === 0 || report(checkouts, "checkouts", await crashUnderCheckouts(checkouts)),
  ];
  process.exitCode = isRight.includes(false) ? 1 : 0;
}

function option(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0 || value > 1_000) {
    process.stderr.write(`--${name} takes a whole number from 0 to 1000\n`);
    process.exit(2);
  }
  return value;
}

function report(kills: number, under: string, problems: readonly string[]): boolean {
  for (const problem of problems) process.stdout.write(`WRONG ${problem}\n`);
  const isRight = problems.length === 0;
  const result = isRight ? "nothing lost, nothing doubled, ledger balanced" : "WRONG";
  process.stdout.write(`crash: ${kills} kills under ${under}: ${result}\n`);
  return isRight;
}

/** True when all is right, and the kills fell on both sides of the commit. */
async function crashAtNotices(kills: number): Promise<boolean> {
  const dataDir = temporaryFolder("crash");
  await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
  let shop = await startShop({ dataDir });
  const rounds: Round[] = [];
  const deaths = { before: 0, between: 0, after: 0 };
  let aimMs = FIRST_AIM_MS;
  try {
    for (let i = 0; i < kills; i += 1) {
      const { round, found } = await playRound(shop, { id: 1_000 + i, aimMs, dataDir });
      // The next kill is aimed at the commit, which each machine and each moment has elsewhere.
      if (!found) {
        deaths.before += 1;
        aimMs *= 1.2;
      } else {
        deaths[round.wasAnswered ? "after" : "between"] += 1;
        aimMs /= round.wasAnswered ? 1.2 : 1.05;
      }
      shop = await startShop({ dataDir });
      const answer = await sendNotice(shop.origin, round.notice);
      if (answer.status !== 200)
        throw new Error(`the repeated notice was answered ${answer.status}`);
      rounds.push(round);
      process.stdout.write(
        `kill ${String(i + 1).padStart(3)}: ${round.wasAnswered ? "answered" : "not answered"}, ` +
          `${found ? "committed" : "nothing written"} at the moment of death\n`,
      );
    }
  } finally {
    await shop.stop();
  }
  process.stdout.write(
    `kills before the commit: ${deaths.before}, between commit and answer: ${deaths.between}, after the answer: ${deaths.after}\n`,
  );
  const written = deaths.between + deaths.after;
  const isProof = Math.min(deaths.before, written) >= Math.floor(kills / LEAST_SHARE);
  if (!isProof)
    process.stdout.write("too few kills on one side of the commit: this proves little\n");
  return report(kills, "notices", verify(dataDir, rounds)) && isProof;
}

async function playRound(
  shop: Shop,
  { id, aimMs, dataDir }: { id: number; aimMs: number; dataDir: string },
): Promise<{ round: Round; found: boolean }> {
  const { code, notice } = await orderAndNotice(shop, { id, dataDir });
  let wasAnswered = false;
  const sending = sendNotice(shop.origin, notice).then(
    (answer) => {
      wasAnswered = answer.ok;
    },
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, aimMs * (0.6 + Math.random() * 0.8)));
  await shop.stop("SIGKILL");
  await sending;
  const [row] = query(
    dataDir,
    "select count(*) as n from bank_transactions where provider_transaction_id = ?",
    [String(id)],
  );
  const found = Number(row?.["n"]) > 0;
  if (wasAnswered && !found) throw new Error(`notice ${id} was answered and then lost`);
  return { round: { code, notice, wasAnswered }, found };
}

async function orderAndNotice(shop: Shop, { id, dataDir }: { id: number; dataDir: string }) {
  const [product] = query(
    dataDir,
    `select slug from products where status = 'published' and available_count > 3 and ocop_set not in (14, 15, 26)
     and household_id in (select id from households where status = 'approved')
     and id in (select product_id from lots where expires_on is null or expires_on > date('now', '+60 days'))
     order by available_count desc limit 1`,
  );
  const order = await placeOrder(shop.origin, {
    productPath: `/products/${String(product?.["slug"])}`,
  });
  const [payment] = query(dataDir, "select due_vnd from payments where reference = ?", [
    order.code,
  ]);
  return {
    code: order.code,
    notice: {
      id,
      amountVnd: Number(payment?.["due_vnd"]),
      content: `MBVCB.${id}.${order.code}.CT tu 0900`,
    },
  };
}

/** Checks in plain SQL, apart from the product's own code. */
function verify(dataDir: string, rounds: readonly Round[]): string[] {
  const problems: string[] = [];
  for (const { code, notice } of rounds) {
    const [row] = query(
      dataDir,
      `select p.status, p.due_vnd, p.captured_vnd, c.status as checkout_status,
        (select count(*) from bank_transactions b where b.payment_id = p.id) as notices,
        (select coalesce(sum(t.amount_vnd), 0) from transfers t
          where t.credit_account_id = 'buyer:' || p.checkout_id and t.debit_account_id = 'bank') as received
       from payments p join checkouts c on c.id = p.checkout_id where p.reference = ?`,
      [code],
    );
    const isRight =
      row?.["status"] === "paid" &&
      row["checkout_status"] === "accepted" &&
      row["captured_vnd"] === notice.amountVnd &&
      row["received"] === notice.amountVnd &&
      row["notices"] === 1;
    if (!isRight) problems.push(`${code}: ${JSON.stringify(row)}`);
  }
  const [bank] = query(
    dataDir,
    `select (select coalesce(sum(amount_vnd), 0) from transfers where debit_account_id = 'bank') as ledger,
      (select coalesce(sum(amount_vnd), 0) from bank_transactions where status in ('matched', 'suspense')) as inbox`,
  );
  if (bank?.["ledger"] !== bank?.["inbox"]) problems.push(`bank: ${JSON.stringify(bank)}`);
  const [integrity] = query(dataDir, "pragma integrity_check");
  if (integrity?.["integrity_check"] !== "ok") problems.push("the database file is damaged");
  return problems;
}

await main();
