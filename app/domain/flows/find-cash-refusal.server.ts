import type { Actor } from "~/domain/audit/actor";
import { cashRefusal, type CashRefusalCode } from "~/domain/orders/cash-limits";
import type { OrderedQuantity } from "~/domain/orders/order-totals";
import { isPaidAtDoor, type PaymentMethod } from "~/domain/orders/payment-methods";
import { countOpenCashOf } from "~/domain/orders/queries-records.server";
import type { ReadDatabase } from "~/platform/db.server";
import { fail, type Failure } from "~/platform/result";

/** Why this buyer may not leave so much to be paid at the door, or null; a member has an account to lose. */
export async function findCashRefusal(
  db: ReadDatabase,
  actor: Actor,
  wish: { method: PaymentMethod; buyerPhone: string; lines: readonly OrderedQuantity[] },
): Promise<Failure<CashRefusalCode> | null> {
  if (!isPaidAtDoor(wish.method)) return null;
  const openCount = await countOpenCashOf(db, wish.buyerPhone);
  const code = cashRefusal(actor.kind === "user" ? "member" : "guest", wish.lines, openCount);
  return code && fail(code);
}
