import Database from "better-sqlite3";
import { join } from "node:path";
import { sendNotice, sendNoticeBody } from "./bank-notice";
import { PHONES } from "./journey";
import { placeOrder, post } from "./place-order";
import { signIn } from "./returned-order";
import type { Shop } from "./shop";

/** Pages of the money desk with something on them, and the buyer's own: an order paid too much, a line nobody knows. */
export type MoneyPaths = {
  line: string;
  evidence: string;
  unreadableNotices: string;
  unreadableNotice: string;
  refund: string;
  refundPayee: string;
  disbursement: string;
  disbursementPayee: string;
  /** Public, with the order's key. */
  refundAccount: string;
};

/** Buys, pays too much, prepares half of what is owed and has it approved, so that the other half is owed still. */
export async function moneyPaths(
  { origin, dataDir }: Shop,
  productPath: string,
): Promise<MoneyPaths> {
  const order = await placeOrder(origin, { productPath });
  const read = (sql: string, ...values: string[]) => readText(dataDir, sql, values);
  const dueVnd = Number(read("SELECT due_vnd FROM payments WHERE reference = ?", order.code));
  const id = Date.now(); // the provider's: nobody else's in a shop that several journeys share
  await sendNotice(origin, { id, amountVnd: dueVnd + 100_000, content: order.code });
  await sendNotice(origin, { id: id + 1, amountVnd: 70_000, content: order.code.slice(0, 6) });
  const ownerId = read("SELECT id FROM checkouts WHERE code = ?", order.code);
  const lineId = read(
    "SELECT id FROM bank_transactions WHERE provider_transaction_id = ?",
    String(id + 1),
  );
  await sendNoticeBody(origin, JSON.stringify({ id, content: "<b>ĐẶNG THỊ MẪU</b> ck", to: "?" }));
  const unreadableId = read("SELECT id FROM unreadable_notices ORDER BY id DESC LIMIT 1");
  const refund = `/department/refunds/${ownerId}`;
  const refundAccount = order.path.replace("?", "/refund-account?");
  const account = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
  await send(origin + refundAccount, account);
  const first = await signIn(origin, PHONES.department);
  const prepared = await send(origin + refund, { amountVnd: "50.000" }, first);
  const disbursement = prepared.split("?")[0] ?? "";
  const second = await signIn(origin, PHONES.secondOfficer);
  await send(origin + disbursement, { to: "approved" }, second);
  return {
    line: `/department/bank-transactions/${lineId}`,
    evidence: `/department/bank-transactions/${lineId}/evidence`,
    unreadableNotices: "/department/unreadable-notices",
    unreadableNotice: `/department/unreadable-notices/${unreadableId}`,
    refund,
    refundPayee: `${refund}/account`,
    disbursement,
    disbursementPayee: `${disbursement}/account`,
    refundAccount,
  };
}

/** Sends a form; answers where it leads. */
async function send(url: string, form: Record<string, string>, cookie = ""): Promise<string> {
  const answer = await post(url, form, { Cookie: cookie });
  const location = answer.headers.get("Location");
  if (location === null) throw new Error(`${url} answered ${answer.status}`);
  return location;
}

function readText(dataDir: string, sql: string, values: string[]): string {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    return String(
      database
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  } finally {
    database.close();
  }
}
