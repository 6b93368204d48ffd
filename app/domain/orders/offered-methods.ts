import { isCardAmount } from "./card-limits";
import { isPaidAtDoor, PAYMENT_METHODS, type PaymentMethod } from "./payment-methods";

/** What one person may pay from a telecom's wallet in a month (Decree 368/2025, from 1 January 2026). */
const MOBILE_MONEY_MAX_VND = 100_000_000;

export type MethodRefusalCode =
  "alcohol_needs_cashless" | "mobile_money_limit" | "card_not_offered" | "card_amount";

type Bought = {
  hasAlcohol: boolean;
  /** What its buyer has to pay. */
  dueVnd: number;
  /** Somebody charges cards for us. */
  takesCards: boolean;
};

/** Why what is bought cannot be paid so, or null. */
export function methodRefusal(
  method: PaymentMethod,
  { hasAlcohol, dueVnd, takesCards }: Bought,
): MethodRefusalCode | null {
  if (method === "card" && !takesCards) return "card_not_offered";
  if (method === "card" && !isCardAmount(dueVnd)) return "card_amount";
  if (method === "mobile_money" && dueVnd > MOBILE_MONEY_MAX_VND) return "mobile_money_limit";
  // Alcohol is sold against cashless payment only (Law on Prevention of Alcohol Harm 2019), and at the door it may be cash.
  return hasAlcohol && isPaidAtDoor(method) ? "alcohol_needs_cashless" : null;
}

/** The ways in which it may be paid. */
export function offeredMethods(bought: Bought): PaymentMethod[] {
  return PAYMENT_METHODS.filter((method) => methodRefusal(method, bought) === null);
}
