import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  issueDataKey as issue,
  type IssueDataKeyCode,
  type NewDataKey,
} from "~/domain/identity/issue-data-key.server";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer makes a key of the read API; the log has its id and for whom it is, not the key. */
export async function issueDataKey(
  actor: UserActor,
  input: Omit<NewDataKey, "createdById">,
): Promise<Result<{ key: string; publicId: string }, IssueDataKeyCode>> {
  return inTransaction(async (tx) => {
    const issued = await issue(tx, { ...input, createdById: actor.userId });
    if (!issued.ok) return issued;
    const { keyId, consumer, expiresOn } = input;
    await recordAction(tx, {
      actor,
      action: "data_key.issue",
      subject: { kind: "data_key", id: keyId },
      after: { consumer, expiresOn, publicId: issued.value.publicId },
    });
    return issued;
  });
}
