import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { acceptCheckout } from "~/domain/orders/accept-checkout.server";
import type { CashRefusalCode } from "~/domain/orders/cash-limits";
import { changeMethod } from "~/domain/orders/change-method.server";
import { methodRefusal, type MethodRefusalCode } from "~/domain/orders/offered-methods";
import { oweAtDoor } from "~/domain/orders/owe-at-door.server";
import { isPaidAtDoor, type PaymentMethod } from "~/domain/orders/payment-methods";
import { findCheckoutId, loadCheckout } from "~/domain/orders/queries-records.server";
import type { CheckoutRecord } from "~/domain/orders/types";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { maySwitch } from "~/domain/payments/may-switch";
import { loadPayment } from "~/domain/payments/queries-records.server";
import type { PaymentRecord } from "~/domain/payments/types";
import { switchPayment } from "~/domain/payments/switch-payment.server";
import { inTransaction, reader, type ReadDatabase, type Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { findCashRefusal } from "./find-cash-refusal.server";
import { endCardSession, type EndCardSessionCode } from "./end-card-session.server";

export type SwitchMethodCode =
  | "order_not_found"
  | "method_fixed"
  | "card_not_ended"
  | MethodRefusalCode
  | CashRefusalCode
  | Exclude<EndCardSessionCode, "card_unreachable">;

/**
 * A buyer who has not paid yet will pay otherwise. Who will pay at the door gets the order to its households now, under
 * the same limits as whoever chooses that at once. The caller has checked the key of its address. `method_fixed`: it is
 * paid, ended or due at the door already, where a transfer is taken at any time; or a contract says how it is paid. Where a
 * card may still be charged, that is ended at its provider first. Where the provider cannot be reached a transfer is taken
 * all the same: the timer ends the session, and what is paid twice goes back. `card_not_ended`: goods that were paid by card
 * meanwhile would be paid again at the door.
 */
export async function switchMethod(
  actor: Actor,
  input: { checkoutCode: string; method: PaymentMethod },
): Promise<Result<null, SwitchMethodCode>> {
  const { method } = input;
  // Looked at first: whoever may not switch keeps the card's page.
  const wished = await findSwitch(reader(), actor, input);
  if (!wished.ok) return wished;
  if (wished.value.checkout.method === method) return succeed(null);
  if (method !== "card") {
    const ended = await endCardSession(wished.value.checkout.id);
    if (!ended.ok && ended.code !== "card_unreachable") return fail(ended.code);
    if (!ended.ok && isPaidAtDoor(method)) return fail("card_not_ended");
  }
  return inTransaction(async (tx) => {
    const found = await findSwitch(tx, actor, input);
    if (!found.ok) return found;
    const { checkout, payment } = found.value;
    if (checkout.method === method) return succeed(null);
    const before = { method: checkout.method };
    await changeMethod(tx, { checkoutId: checkout.id, method });
    await switchPayment(tx, { paymentId: payment.id, method });
    if (isPaidAtDoor(method)) await accept(tx, actor, checkout.id);
    await recordAction(tx, {
      actor,
      action: "checkout.switch_method",
      subject: { kind: "checkout", id: checkout.id },
      before,
      after: { method },
    });
    return succeed(null);
  });
}

type Found = { checkout: CheckoutRecord; payment: PaymentRecord };

/** What is to be paid otherwise, or why it may not be. Nothing hinders what is as wished already. */
async function findSwitch(
  db: ReadDatabase,
  actor: Actor,
  { checkoutCode, method }: { checkoutCode: string; method: PaymentMethod },
): Promise<Result<Found, SwitchMethodCode>> {
  const known = await findCheckoutId(db, checkoutCode);
  if (!known) return fail("order_not_found");
  const checkout = present(await loadCheckout(db, known.id), "a checkout that was there");
  const payment = present(await loadPayment(db, checkout.id), "a checkout without its payment");
  if (checkout.method === method) return succeed({ checkout, payment });
  const isAgreed = checkout.orders.some((order) => order.channel === "wholesale");
  if (isAgreed || !maySwitch(payment, method)) return fail("method_fixed");
  return (
    (await findSwitchRefusal(db, actor, { checkout, method })) ?? succeed({ checkout, payment })
  );
}

type Wish = { checkout: CheckoutRecord; method: PaymentMethod };

async function findSwitchRefusal(
  db: ReadDatabase,
  actor: Actor,
  { checkout, method }: Wish,
): Promise<Failure<MethodRefusalCode | CashRefusalCode> | null> {
  const lines = checkout.orders.flatMap((order) => order.lineItems);
  const hasAlcohol = lines.some((line) => isAlcohol(line.ocopSet));
  const { buyerPhone } = checkout;
  const dueVnd = checkout.totalVnd - checkout.voucherVnd;
  const takesCards = openCardProvider() !== null;
  const unfit = methodRefusal(method, { hasAlcohol, dueVnd, takesCards });
  if (unfit) return fail(unfit);
  return findCashRefusal(db, actor, { method, buyerPhone, lines });
}

async function accept(tx: Transaction, actor: Actor, checkoutId: string) {
  await oweAtDoor(tx, checkoutId);
  const accepted = await acceptCheckout(tx, { checkoutId, actorId: actorIdOf(actor), by: "buyer" });
  invariant(accepted.ok, "an open payment of a checkout that does not wait");
}
