import type { Actor } from "~/domain/audit/actor";
import { newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { deliverOrder } from "./deliver-order.server";
import { openAccount } from "./open-account.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { BY_ALL, confirm, honey, member, ship } from "./test-orders";
import { testNotice, testSubmission } from "./test-shop";

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
