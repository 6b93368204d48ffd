import { cardRefunds } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Vnd } from "~/platform/money";
import type { CardRefundCause } from "./card-status";

/** Writes down what is to go back to a card, before the provider is asked; its id is the key. Answers it. */
export async function recordCardRefund(
  tx: Transaction,
  refund: {
    chargeId: string;
    amountVnd: Vnd;
    cause: CardRefundCause;
    status: "prepared" | "sending";
    /** Null: by itself. */
    preparedById: string | null;
  },
): Promise<string> {
  const id = newId("crf");
  const preparedAt = now();
  const sentAt = refund.status === "sending" ? preparedAt : null;
  await tx.insert(cardRefunds).values({ id, ...refund, preparedAt, sentAt });
  return id;
}
