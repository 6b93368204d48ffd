import { eq } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import type { Actor } from "~/domain/audit/actor";
import { putAddress } from "~/domain/buyers/put-address.server";
import { inTransaction, rawReader, reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { deliverOrder } from "./deliver-order.server";
import { openAccount } from "./open-account.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { BY_ALL, confirm, honey, member, ship } from "./test-orders";
import { TEST_SHOP, testNotice, testSubmission } from "./test-shop";

export const PHONE = "0988000111";
export const PASSWORD = "mat khau dai";
/** Found nowhere else, so that what is left of them can be looked for. */
export const PERSON = {
  fullName: "Đoàn Thị Xuyến Chi",
  addressLine: "Ngõ 7 Hàng Muối",
  note: "Gọi trước giúp chị Xuyến",
};

export const visitor = () => ({ clientNetwork: newToken(), deviceToken: null });
export const account = (change: Record<string, string> = {}) => ({
  fullName: PERSON.fullName,
  phone: PHONE,
  password: PASSWORD,
  language: "vi" as const,
  ...visitor(),
  ...change,
});

export async function openOwn(): Promise<{ userId: string; actor: Actor }> {
  const opened = await openAccount(account());
  if (!opened.ok) throw new Error(opened.code);
  const { userId } = opened.value;
  return { userId, actor: { kind: "user", userId, role: "buyer" } };
}

export const proofOf = (userId: string, password = PASSWORD) => ({
  userId,
  password,
  provenPhone: null,
  ...visitor(),
});

export async function buy(actor: Actor, change: Record<string, unknown> = {}) {
  const submission = testSubmission({
    lines: [{ productId: honey, quantity: 1 }],
    expectedTotalVnd: 222_000,
    buyerName: PERSON.fullName,
    buyerPhone: PHONE,
    addressLine: PERSON.addressLine,
    note: PERSON.note,
    ...change,
  });
  const placed = await placeCheckout(actor, submission);
  if (!placed.ok) throw new Error(placed.code);
  const { code } = placed.value;
  return { code, order: `${code}-1` };
}

export const pay = (code: string, amountVnd = 222_000) =>
  receiveBankNotice({
    notice: testNotice({ content: code, amountVnd: vnd(amountVnd) }),
    rawBody: "{}",
  });

export async function buyAndReceive(actor: Actor) {
  const bought = await buy(actor);
  await pay(bought.code);
  await confirm(bought.order);
  await ship(bought.order);
  await deliverOrder(member, BY_ALL, { orderCode: bought.order });
  return bought;
}

/** In the person's address book. */
export const keepAddress = (
  userId: string,
  change: Partial<Parameters<typeof putAddress>[1]["facts"]> = {},
  addressId = newId("adr"),
) =>
  inTransaction((tx) =>
    putAddress(tx, {
      userId,
      addressId,
      facts: {
        fullName: PERSON.fullName,
        phone: PHONE,
        provinceCode: TEST_SHOP.provinceCode,
        communeCode: TEST_SHOP.communeCode,
        placeName: "Xã Lũng Cú, Tỉnh Tuyên Quang",
        addressLine: PERSON.addressLine,
        ...change,
      },
    }),
  );

/** The first line of a purchase. */
export async function exportedLine(code: string) {
  const [row] = await reader()
    .select({ id: lineItems.id })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(checkouts.code, code));
  return present(row, "no line");
}

/** Every table of the database, as text. */
export function everything(): string {
  const database = rawReader();
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all();
  return tables
    .map((table) => JSON.stringify(database.prepare(`SELECT * FROM "${table}"`).all()))
    .join("\n");
}
