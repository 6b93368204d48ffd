import { z } from "zod";
import { unseal } from "~/platform/seal.server";
import type { PayeeAccount, PayeeRecord } from "./types-disbursements";

const sealedSchema = z.object({ accountNumber: z.string(), accountName: z.string() });

/** The account behind a seal; null when the key that sealed it is no longer among ours. Whoever calls notes the look. */
export function openPayee(ownerId: string, payee: PayeeRecord): PayeeAccount | null {
  const text = unseal(payee.sealedAccount, ownerId);
  if (text === null) return null;
  return { bankBin: payee.bankBin, ...sealedSchema.parse(JSON.parse(text)) };
}

/** Whether two seals of one owner hide the same account: sealed under a new key they differ. */
export function isSameAccount(ownerId: string, one: PayeeRecord, other: PayeeRecord): boolean {
  if (one.bankBin !== other.bankBin) return false;
  if (one.sealedAccount === other.sealedAccount) return true;
  const text = unseal(one.sealedAccount, ownerId);
  return text !== null && text === unseal(other.sealedAccount, ownerId);
}
