import { cardAttempts } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Vnd } from "~/platform/money";
import { SECOND_MS } from "./card-times";

/**
 * Writes down that a card is to be charged, before the provider is asked: whoever finds it `creating` later repeats
 * the question under its id. Throws when one stands already. Answers the id.
 */
export async function insertAttempt(
  tx: Transaction,
  attempt: {
    paymentId: string;
    amountVnd: Vnd;
    language: "vi" | "en";
    returnUrl: string;
    expiresAt: number;
  },
): Promise<string> {
  const id = newId("cat");
  const createdAt = now();
  const lookAt = createdAt + 20 * SECOND_MS;
  await tx.insert(cardAttempts).values({ id, ...attempt, status: "creating", createdAt, lookAt });
  return id;
}
