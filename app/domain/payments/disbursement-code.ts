import {
  ORDER_REFERENCE_PREFIX,
  generateOrderReference,
  isOrderReference,
} from "./order-reference";

/**
 * Codes of money that we send are order references under another prefix, so that the bank's line of one can never be
 * taken for the other: UR and seven symbols, the last of which checks.
 */
export const DISBURSEMENT_PREFIX = "UR";

/** A new code; see `generateOrderReference`. */
export function generateDisbursementCode(randomBytes: (byteCount: number) => Uint8Array): string {
  const reference = generateOrderReference(randomBytes);
  return DISBURSEMENT_PREFIX + reference.slice(ORDER_REFERENCE_PREFIX.length);
}

/** Payouts that are prepared together have a code of their own kind; no memo is ever matched by it. */
const BATCH_PREFIX = "UB";

export function generateBatchCode(randomBytes: (byteCount: number) => Uint8Array): string {
  const reference = generateOrderReference(randomBytes);
  return BATCH_PREFIX + reference.slice(ORDER_REFERENCE_PREFIX.length);
}

export function isDisbursementCode(text: string): boolean {
  if (!text.startsWith(DISBURSEMENT_PREFIX)) return false;
  return isOrderReference(ORDER_REFERENCE_PREFIX + text.slice(DISBURSEMENT_PREFIX.length));
}
