import { randomBytes } from "node:crypto";
import { sendNotice } from "../support/bank-notice";
import { checkLedgerFile } from "../support/check-ledger-file";
import { checkoutForm, fillCart, ownPhone, post } from "../support/place-order";
import { seedFolder } from "../support/run-node";
import { startShop, temporaryFolder, type Shop } from "../support/shop";
import { change, query } from "./shop-file";

/** Buyers who press the button all the time, while the server is killed under them again and again. */

const BUYERS = 4;
/** From the first checkout of a round to the kill, at most. */
const LONGEST_MS = 400;
const STOCK = 100_000;
const SWEEP_PATIENCE_MS = 60_000;

type Form = { fields: Record<string, string>; cookie: string };
type Sent = Form & {
  /** What the first answer said; empty while there was none. */
  code: string;
  /** The bank's number of the transfer, once the buyer has paid. */
  noticeId?: number;
  isNoticeAnswered?: boolean;
};

/**
 * Kills the server so many times under checkout load. A buyer whose form was not answered sends it again, as a bank
 * does with its notice. Answers what is wrong at the end: an acknowledged order that is gone, a form that made two,
 * stock that is held for nobody or past its time, money in two places or none.
 */
export async function crashUnderCheckouts(kills: number): Promise<string[]> {
  const dataDir = temporaryFolder("crash-checkouts");
  await seedFolder(dataDir, ["--province", "08", "--orders", "0"]);
  const productPath = stockUp(dataDir);
  const sent: Sent[] = [];
  let unanswered = 0;
  let shop = await startShop(underLoad(dataDir));
  try {
    const forms = await openForms(shop, productPath);
    for (let kill = 1; kill <= kills; kill += 1) {
      const load = buyUntilKilled(shop, forms, sent);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_MS));
      await shop.stop("SIGKILL");
      await load;
      const open = sent.filter(({ code }) => code === "");
      unanswered += open.length;
      shop = await startShop(underLoad(dataDir));
      await sendAgain(shop, sent);
      if (kill % 20 === 0) {
        process.stdout.write(
          `kill ${String(kill).padStart(3)}: ${sent.length} orders so far, ${unanswered} forms cut off and sent again\n`,
        );
      }
    }
  } finally {
    await shop.stop();
  }
  const problems = [...checkOrders(dataDir, sent), ...checkHeldStock(dataDir)];
  await letTimePass(dataDir);
  problems.push(...checkHeldStock(dataDir), ...checkNothingWaits(dataDir));
  problems.push(...checkLedgerFile(dataDir).differences);
  if (unanswered === 0) problems.push("no form was ever cut off: this proves nothing");
  return problems;
}

/** Behind a proxy, as buyers come from many addresses: one address may send only so many orders. */
function underLoad(dataDir: string) {
  return { dataDir, env: { TRUST_PROXY: "1" } };
}

function stockUp(dataDir: string): string {
  const [product] = query(
    dataDir,
    `select id, slug from products where status = 'published' and ocop_set not in (14, 15, 26)
     and household_id in (select id from households where status = 'approved') order by slug limit 1`,
  );
  const id = String(product?.["id"]);
  change(dataDir, "update lots set on_hand_count = ?, expires_on = null where product_id = ?", [
    STOCK,
    id,
  ]);
  change(
    dataDir,
    `update products set available_count =
      (select sum(on_hand_count - reserved_count) from lots where product_id = products.id) where id = ?`,
    [id],
  );
  return `/products/${String(product?.["slug"])}`;
}

async function openForms(shop: Shop, productPath: string): Promise<Form[]> {
  const cookie = await fillCart(shop.origin, { productPath });
  return Promise.all(
    (["vietqr", "cod"] as const).map(async (method) => ({
      fields: await checkoutForm(shop.origin, { productPath, cartCookie: cookie, method }),
      cookie,
    })),
  );
}

let buyersSoFar = 0;

/** Throws what the network throws when the server dies. */
async function sendForm(shop: Shop, one: Sent): Promise<void> {
  buyersSoFar += 1;
  const answer = await post(`${shop.origin}/checkout`, one.fields, {
    Cookie: `cart=${one.cookie}`,
    "X-Forwarded-For": `10.${buyersSoFar >> 16}.${(buyersSoFar >> 8) & 255}.${buyersSoFar & 255}`,
  });
  const { pathname } = new URL(answer.headers.get("Location") ?? "/", shop.origin);
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Refused(`a checkout was answered ${answer.status}`);
  const code = pathname.split("/").at(-1) ?? "";
  if (one.code !== "" && one.code !== code)
    throw new Refused(`one form made ${one.code} and ${code}`);
  one.code = code;
}

class Refused extends Error {}

let notices = 0;

/** Every second VietQR order is paid at once. */
async function pay(shop: Shop, one: Sent): Promise<void> {
  const [payment] = query(shop.dataDir, "select due_vnd from payments where reference = ?", [
    one.code,
  ]);
  one.noticeId ??= 1_000 + (notices += 1);
  const answer = await sendNotice(shop.origin, {
    id: one.noticeId,
    amountVnd: Number(payment?.["due_vnd"]),
    content: `MBVCB.${one.noticeId}.${one.code}.CT`,
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Refused(`a notice was answered ${answer.status}`);
  one.isNoticeAnswered = true;
}

async function buyUntilKilled(shop: Shop, forms: readonly Form[], sent: Sent[]): Promise<void> {
  const buy = async (buyer: number) => {
    for (let i = buyer; ; i += 1) {
      const form = forms[i % forms.length];
      if (!form) return;
      const fields: Form["fields"] = {
        ...form.fields,
        submissionKey: randomBytes(16).toString("hex"),
        buyerPhone: ownPhone(),
      };
      const one: Sent = { fields, cookie: form.cookie, code: "" };
      sent.push(one);
      try {
        await sendForm(shop, one);
        if (fields["method"] === "vietqr" && i % 4 === 0) await pay(shop, one);
      } catch (error) {
        if (error instanceof Refused) throw error;
        return; // the server is dead
      }
    }
  };
  await Promise.all(Array.from({ length: BUYERS }, (_, buyer) => buy(buyer)));
}

/** What was not answered; and of the answered the last one, which must make nothing new. */
async function sendAgain(shop: Shop, sent: Sent[]): Promise<void> {
  const answered = sent.findLast(({ code }) => code !== "");
  for (const one of sent.filter((form) => form.code === "" || form === answered)) {
    await sendForm(shop, one);
  }
  for (const one of sent) {
    if (one.noticeId !== undefined && !one.isNoticeAnswered) await pay(shop, one);
  }
}

function checkOrders(dataDir: string, sent: readonly Sent[]): string[] {
  const rows = query(
    dataDir,
    `select c.code, c.submission_key, c.method, c.status, p.status as payment,
      (select count(*) from orders o where o.checkout_id = c.id) as orders,
      (select count(*) from bank_transactions b where b.payment_id = p.id) as notices
     from checkouts c join payments p on p.checkout_id = c.id`,
  );
  const byKey = new Map(rows.map((row) => [String(row["submission_key"]), row]));
  const problems: string[] = [];
  if (rows.length !== sent.length) problems.push(`${sent.length} forms made ${rows.length} orders`);
  for (const { fields, code, noticeId } of sent) {
    const row = byKey.get(fields["submissionKey"] ?? "");
    const isPaid = noticeId !== undefined;
    const isAccepted = isPaid || fields["method"] === "cod";
    const isRight =
      row?.["code"] === code &&
      row["orders"] === 1 &&
      row["status"] === (isAccepted ? "accepted" : "awaiting_payment") &&
      row["notices"] === (isPaid ? 1 : 0) &&
      (row["payment"] === "paid") === isPaid;
    if (!isRight) problems.push(`${code}: ${JSON.stringify(row)}`);
  }
  return problems;
}

/** Held is exactly what living orders hold. */
function checkHeldStock(dataDir: string): string[] {
  const [row] = query(
    dataDir,
    `select (select sum(reserved_count) from lots) as held,
      (select coalesce(sum(l.quantity), 0) from line_items l join orders o on o.id = l.order_id
        where o.status in ('awaiting_payment', 'placed', 'confirmed')) as ordered`,
  );
  return row?.["held"] === row?.["ordered"] ? [] : [`stock: ${JSON.stringify(row)}`];
}

/** The time to pay is over for everybody, and the server sweeps. */
async function letTimePass(dataDir: string): Promise<void> {
  change(dataDir, "update checkouts set pay_by = 1 where status = 'awaiting_payment'");
  const shop = await startShop(underLoad(dataDir));
  const startedAt = performance.now();
  while (checkNothingWaits(dataDir).length > 0) {
    if (performance.now() - startedAt > SWEEP_PATIENCE_MS) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await shop.stop();
}

function checkNothingWaits(dataDir: string): string[] {
  const [row] = query(
    dataDir,
    "select count(*) as n from checkouts where status = 'awaiting_payment' and pay_by < 1000",
  );
  return row?.["n"] === 0 ? [] : [`${String(row?.["n"])} orders hold stock past their time`];
}
