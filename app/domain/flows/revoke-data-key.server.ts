import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { revokeDataKey as revoke } from "~/domain/identity/revoke-data-key.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer ends a key of the read API; sent twice it is ended once. */
export async function revokeDataKey(
  actor: UserActor,
  keyId: string,
): Promise<Result<null, "data_key_not_found">> {
  return inTransaction(async (tx) => {
    const revoked = await revoke(tx, { keyId, revokedById: actor.userId });
    if (!revoked.ok) return revoked;
    if (!revoked.value.isRepeat) {
      await recordAction(tx, {
        actor,
        action: "data_key.revoke",
        subject: { kind: "data_key", id: keyId },
        after: { consumer: revoked.value.consumer },
      });
    }
    return succeed(null);
  });
}
