import { accountUsableAt } from "./payout-rules";
import { isWallet } from "./wallets";

export type StallAccountStop =
  "stall_account_missing" | "stall_account_is_wallet" | "stall_account_waits";

/**
 * Why no QR of a household's own account may hang at its stall; null when one may. A telecom's wallet has no VietQR that
 * all banks read, and an account that was just named waits as for payouts: it may be the one of whoever took a sign-in.
 */
export function stallAccountStop(
  account: { bankBin: string; enteredAt: number; heldUntil: number | null } | null,
  at: number,
): StallAccountStop | null {
  if (!account) return "stall_account_missing";
  if (isWallet(account.bankBin)) return "stall_account_is_wallet";
  return at < accountUsableAt(account) ? "stall_account_waits" : null;
}
