import { eq } from "drizzle-orm";
import { lineItems, orders } from "~db/schema/orders";
import { GUEST, type UserActor } from "~/domain/audit/actor";
import { ALL_ROWS } from "~/domain/identity/scope";
import type { ReturnReason } from "~/domain/returns/return-reasons";
import { findBatchView, loadCandidates } from "~/domain/settlement/queries-payouts.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { approvePayouts } from "./approve-payouts.server";
import { enterPayoutAccount } from "./enter-payout-account.server";
import { preparePayouts } from "./prepare-payouts.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { refundReturn } from "./refund-return.server";
import { requestReturn } from "./request-return.server";
import { BY_ALL, confirm, deliver, householdId, member, placePaid, ship } from "./test-orders";
import { testNotice } from "./test-shop";

export const ACCOUNT = {
  bankBin: "970405",
  accountNumber: "0200000067890",
  accountName: "HO MAU MEO VAC",
};
/** A jar for 222,000, five per cent of the goods being the market's. */
export const EARNED = 222_000 - 9_250;

export const later = (days: number) => setClock(now() + days * DAY_MS);

/** A paid order whose jar has come to its buyer. */
export async function delivered() {
  const checkout = await placePaid();
  await confirm(checkout.jar);
  await ship(checkout.jar);
  const done = await deliver(checkout.jar);
  if (!done.ok) throw new Error(done.code);
  return checkout;
}

export const enter = (account = ACCOUNT, id = householdId) =>
  enterPayoutAccount(member, ALL_ROWS, { householdId: id, account });

export async function candidate(id = householdId) {
  return present((await loadCandidates(reader(), [id]))[0], "no such household");
}

/** A batch of one household that waits for the second person. */
export async function prepared(one: UserActor, key = "prepared-by-one-0001") {
  const batch = await preparePayouts(one, { householdIds: [householdId], submissionKey: key });
  if (!batch.ok) throw new Error(batch.code);
  return batch.value.code;
}

export async function approved(one: UserActor, two: UserActor, key?: string) {
  const code = await prepared(one, key);
  const done = await approvePayouts(two, { code });
  if (!done.ok) throw new Error(done.code);
  return { code, done: done.value, payout: await payoutOf(code) };
}

export async function payoutOf(batchCode: string) {
  return present((await findBatchView(batchCode))?.payouts[0], "an empty batch");
}

/** The bank's outgoing line. */
export const leave = (content: string, amountVnd: number) => line("out", content, amountVnd);
/** What another bank sent back. */
export const comeBack = (content: string, amountVnd: number) => line("in", content, amountVnd);

/** What left, or came back, of each payout, as one line of the bank. */
export async function asOneLine(
  actor: UserActor,
  direction: "in" | "out",
  sums: { code: string; amountVnd: number }[],
) {
  const totalVnd = sums.reduce((total, { amountVnd }) => total + amountVnd, 0);
  const line = await (direction === "in" ? comeBack : leave)("CHUNG MOT DONG", totalVnd);
  const parts = sums.map(({ code, amountVnd }) => ({
    purpose: "disbursement" as const,
    code,
    amountVnd: vnd(amountVnd),
  }));
  const said = await allocateLine(actor, {
    bankTransactionId: line.bankTransactionId,
    note: "Một dòng cho nhiều khoản",
    parts,
  });
  if (!said.ok) throw new Error(said.code);
}

async function line(direction: "in" | "out", content: string, amountVnd: number) {
  const notice = testNotice({ direction, content, amountVnd: vnd(amountVnd) });
  const received = await receiveBankNotice({ notice, rawBody: "{}" });
  if (!received.ok) throw new Error("not received");
  return received.value;
}

/** The buyer wants the jar's money back; answers the request's code. */
export async function complain(
  checkout: { code: string; jar: string },
  reason: ReturnReason = "not_as_described",
) {
  const [row] = await reader()
    .select({ id: lineItems.id })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .where(eq(orders.code, checkout.jar));
  const asked = await requestReturn(GUEST, {
    checkoutCode: checkout.code,
    orderCode: checkout.jar,
    reason,
    note: "Vỡ lọ",
    lines: [{ lineItemId: present(row, "no such line").id, packCount: 1 }],
  });
  if (!asked.ok) throw new Error(asked.code);
  return asked.value.code;
}

/** The household gives all that was asked. */
export async function giveBack(code: string) {
  const given = await refundReturn(member, BY_ALL, {
    code,
    note: "",
    isRestocked: false,
    lines: null,
  });
  if (!given.ok) throw new Error(given.code);
}
