import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isBuyerGone } from "~/domain/identity/queries-gone.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { discardProofPhoto } from "~/domain/fulfilment/discard-proof-photo.server";
import {
  recordProof as record,
  type RecordProofCode,
} from "~/domain/fulfilment/record-proof.server";
import { storeProofPhoto } from "~/domain/fulfilment/store-proof-photo.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { DeliveryProof } from "~/domain/orders/delivery-proof";
import { hasFallenThrough } from "~/domain/orders/order-progress";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { readSent } from "./read-sent.server";

type ProofInput = {
  orderCode: string;
  proofId: string;
  receivedBy: string;
  /** null without one. */
  photo: SentFile | null;
};
type ProofCode =
  | "order_not_found"
  | "move_not_allowed"
  | "proof_empty"
  | "buyer_gone"
  | RecordProofCode
  | PhotoCode;

/** What the household says of the hand-over of an order in its scope; whatever fails, no file is left behind. */
export async function recordProof(
  actor: Actor,
  scope: Scope,
  input: ProofInput,
): Promise<Result<null, ProofCode>> {
  const { orderCode, proofId, receivedBy } = input;
  // Decoding a photo is work: not for an order that has a proof, or that this person may not touch.
  const order = await findHouseholdOrder(scope, orderCode);
  if (!order) return fail("order_not_found");
  if (order.proof) return order.proof.id === proofId ? succeed(null) : fail("proof_recorded");
  if (order.shippedAt === null) return fail("proof_too_early");
  if (hasFallenThrough(order.status)) return fail("move_not_allowed");
  if (receivedBy === "" && input.photo === null) return fail("proof_empty");
  const stored = input.photo ? await readSent(input.photo, storeProofPhoto) : succeed(null);
  if (!stored.ok) return stored;
  const proof = { id: proofId, receivedBy, photo: stored.value, recordedAt: now() };
  let isKept = false;
  try {
    const result = await write(actor, scope, { orderCode, proof });
    if (!result.ok) return result;
    isKept = result.value.isNew;
    return succeed(null);
  } finally {
    if (!isKept && proof.photo) await discardProofPhoto(proof.photo.id);
  }
}

async function write(
  actor: Actor,
  scope: Scope,
  { orderCode, proof }: { orderCode: string; proof: DeliveryProof },
): Promise<Result<{ isNew: boolean }, "order_not_found" | "buyer_gone" | RecordProofCode>> {
  return inTransaction(async (tx) => {
    const order = await loadOrder(tx, orderCode);
    if (!order || !isInScope(scope, order.householdId)) return fail("order_not_found");
    // Who took it, and a picture, would be personal data of somebody who has asked for all of it to go.
    const isGone = await isBuyerGone(tx, { thing: "order", code: order.checkoutCode });
    if (isGone) return fail("buyer_gone");
    const recorded = await record(tx, { orderId: order.id, proof });
    if (!recorded.ok) return recorded;
    if (recorded.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "order.record_proof",
        subject: { kind: "order", id: order.id },
        after: {
          proofId: proof.id,
          hasName: proof.receivedBy !== "",
          hasPhoto: proof.photo !== null,
        },
      });
    }
    return recorded;
  });
}
