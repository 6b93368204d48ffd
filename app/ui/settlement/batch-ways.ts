import type { BatchPayout } from "~/domain/settlement/types-payouts";

/** What leaves by the bank's file, and what people send by hand in a telecom's app. */
export function splitByWay<Payout extends Pick<BatchPayout, "isWallet">>(
  payouts: readonly Payout[],
): { byBank: Payout[]; byApp: Payout[] } {
  return {
    byBank: payouts.filter(({ isWallet }) => !isWallet),
    byApp: payouts.filter(({ isWallet }) => isWallet),
  };
}

export function sumOf(payouts: readonly Pick<BatchPayout, "amountVnd">[]): number {
  return payouts.reduce((total, { amountVnd }) => total + amountVnd, 0);
}
