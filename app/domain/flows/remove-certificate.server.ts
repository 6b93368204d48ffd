import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  removeCertificate as remove,
  type RemoveCertificateCode,
} from "~/domain/certificates/remove-certificate.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { succeed, type Result } from "~/platform/result";

/** A household, or its helper, takes a certificate away that shows nowhere; its evidence is erased once this has committed. */
export async function removeCertificate(
  actor: UserActor,
  scope: Scope,
  certificateId: string,
): Promise<Result<null, RemoveCertificateCode>> {
  return inTransaction(async (tx) => {
    const removed = await remove(tx, scope, certificateId);
    if (!removed.ok) return removed;
    const { isNew, status, decisionNumber, productIds, files } = removed.value;
    if (!isNew) return succeed(null);
    await recordAction(tx, {
      actor,
      action: "certificate.remove",
      subject: { kind: "certificate", id: certificateId },
      before: { status, decisionNumber, productIds, files },
    });
    if (files.length > 0) {
      const payload = { files };
      await enqueueOutbox(tx, { kind: "certificate_evidence", key: certificateId, payload });
    }
    return succeed(null);
  });
}
