import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { discardProofPhoto } from "~/domain/fulfilment/discard-proof-photo.server";
import { storeProofPhoto } from "~/domain/fulfilment/store-proof-photo.server";
import { isBuyerGone } from "~/domain/identity/queries-gone.server";
import { CLAIMS_MAX, OPEN_CLAIMS_MAX } from "~/domain/payments/claim-status";
import { mayClaim } from "~/domain/payments/may-claim";
import { countClaims, loadClaim } from "~/domain/payments/queries-claims.server";
import { recordClaim } from "~/domain/payments/record-claim.server";
import { findPaymentsByReference } from "~/domain/payments/queries-records.server";
import { inTransaction, reader, type ReadDatabase } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { readSent } from "./read-sent.server";

type Claim = {
  code: string;
  claimId: string;
  amountVnd: number;
  transferredAt: number;
  bankReference: string;
  /** null without one. */
  photo: SentFile | null;
};
type RefusalCode =
  "order_not_found" | "buyer_gone" | "claim_not_awaited" | "claims_open" | "claims_all_used";
export type SendClaimCode = RefusalCode | PhotoCode;

/**
 * Keeps a buyer's word that a transfer was made which the order does not show, for the department to look for. Moves no
 * money. The same form twice is one claim; whatever fails, no file is left behind.
 */
export async function sendClaim(actor: Actor, claim: Claim): Promise<Result<null, SendClaimCode>> {
  // Decoding a photo is work: not for what is refused anyway.
  const found = await findSubject(reader(), claim);
  if (!found.ok) return found;
  if (found.value.isKnown) return succeed(null);
  const stored = claim.photo ? await readSent(claim.photo, storeProofPhoto) : succeed(null);
  if (!stored.ok) return stored;
  const photo = stored.value;
  let isKept = false;
  try {
    const sent = await inTransaction(async (tx) => {
      const still = await findSubject(tx, claim);
      if (!still.ok || still.value.isKnown) return still;
      const { checkoutId } = still.value;
      const { claimId, amountVnd, transferredAt, bankReference } = claim;
      await recordClaim(tx, {
        id: claimId,
        checkoutId,
        amountVnd: vnd(amountVnd),
        transferredAt,
        bankReference,
        photo,
      });
      await recordAction(tx, {
        actor,
        action: "transfer_claim.send",
        subject: { kind: "checkout", id: checkoutId },
        after: { claimId, amountVnd, hasPhoto: photo !== null },
      });
      return still;
    });
    isKept = sent.ok && !sent.value.isKnown;
    return sent.ok ? succeed(null) : sent;
  } finally {
    if (!isKept && photo) await discardProofPhoto(photo.id);
  }
}

/** The checkout that this may be said of, or why not. `isKnown`: it was said already. */
async function findSubject(
  db: ReadDatabase,
  { code, claimId }: Claim,
): Promise<Result<{ checkoutId: string; isKnown: boolean }, RefusalCode>> {
  const [payment] = await findPaymentsByReference(db, [code]);
  if (!payment) return fail("order_not_found");
  const { checkoutId } = payment;
  const known = await loadClaim(db, claimId);
  if (known) {
    return known.checkoutId === checkoutId
      ? succeed({ checkoutId, isKnown: true })
      : fail("order_not_found");
  }
  if (await isBuyerGone(db, { thing: "order", code })) return fail("buyer_gone");
  if (!mayClaim(payment)) return fail("claim_not_awaited");
  const { claimCount, openCount } = await countClaims(db, checkoutId);
  if (openCount >= OPEN_CLAIMS_MAX) return fail("claims_open", { limit: OPEN_CLAIMS_MAX });
  if (claimCount >= CLAIMS_MAX) return fail("claims_all_used", { limit: CLAIMS_MAX });
  return succeed({ checkoutId, isKnown: false });
}
