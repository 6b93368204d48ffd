import type { CardFailure, CardProvider } from "~/domain/payments/card-provider";
import { KEY_GOOD_FOR_MS } from "~/domain/payments/card-times";
import { loadCardRefund } from "~/domain/payments/queries-cards-records.server";
import type { CardRefundRecord } from "~/domain/payments/types-cards";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { settleCardRefund } from "./settle-card-refund.server";

/**
 * Asks the provider for a refund that is held back in the ledger, again and again under its own key until there is an
 * answer. What it refuses is owed as before; where it only says that something went wrong, it stays on its way until the
 * provider shows it, or has forgotten the key.
 */
export async function sendCardRefund(
  provider: CardProvider,
  refund: CardRefundRecord,
): Promise<Result<null, CardFailure>> {
  const told = await askForRefund(provider, refund);
  if (!told.ok && told.code === "card_unreachable") return fail(told.code);
  if (!told.ok && told.code === "card_error_kept") return succeed(null);
  const state = told.ok ? told.value : ({ id: null, status: "failed" } as const);
  await inTransaction(async (tx) => {
    const current = present(await loadCardRefund(tx, refund.id), "a refund that is gone");
    await settleCardRefund(tx, current, state);
  });
  return succeed(null);
}

/** The key is forgotten after a day, and an error that is kept under it is no answer: then it is looked for first. */
async function askForRefund(provider: CardProvider, refund: CardRefundRecord) {
  const find = async () => {
    const listed = await provider.listRefunds(refund.intentId);
    if (!listed.ok) return listed;
    return succeed(listed.value.find(({ refundId }) => refundId === refund.id) ?? null);
  };
  const { id: refundId, chargeId, cause } = refund;
  const ask = () =>
    provider.refund({ refundId, chargeId, amountVnd: vnd(refund.amountVnd), cause });
  if (now() - (refund.sentAt ?? refund.preparedAt) >= KEY_GOOD_FOR_MS) {
    const found = await find();
    return !found.ok || found.value === null ? (found.ok ? ask() : found) : succeed(found.value);
  }
  const asked = await ask();
  if (asked.ok || asked.code === "card_unreachable") return asked;
  const found = await find();
  if (!found.ok) return found;
  return found.value === null ? asked : succeed(found.value);
}
