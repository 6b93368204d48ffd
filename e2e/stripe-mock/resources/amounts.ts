import { invalidParameter } from "../api/stripe-error";
import { VND_PER_USD } from "./balance";

/** Half a dollar, which is the least that Stripe charges, in đồng. */
export const LEAST_VND = VND_PER_USD / 2;
/** Eight digits. */
export const MOST_VND = 99_999_999;

const dong = (amount: number) => `₫${new Intl.NumberFormat("en-US").format(amount)}`;

/** @param subject how the sentence begins: "Amount", or what else is charged */
export function checkAmount(amount: number, param: string, subject: string): void {
  if (amount < LEAST_VND) {
    const dollars = (amount / VND_PER_USD).toFixed(2);
    throw invalidParameter(
      param,
      `${subject} must convert to at least 50 cents. ${dong(amount)} converts to approximately $${dollars}.`,
      "amount_too_small",
    );
  }
  if (amount > MOST_VND) {
    throw invalidParameter(
      param,
      `${subject} must be no more than ${dong(MOST_VND)}`,
      "amount_too_large",
    );
  }
}
