import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  agreeToWithholding as agree,
  type AgreeToWithholdingCode,
} from "~/domain/settlement/agree-to-withholding.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A second officer agrees that withholding is switched on or off. */
export async function agreeToWithholding(
  actor: UserActor,
  { switchId }: { switchId: string },
): Promise<Result<null, AgreeToWithholdingCode>> {
  return inTransaction(async (tx) => {
    const agreed = await agree(tx, { switchId, agreedById: actor.userId });
    if (!agreed.ok) return agreed;
    const { isNew, ...after } = agreed.value;
    if (isNew) {
      await recordAction(tx, {
        actor,
        action: "withholding.agree",
        subject: { kind: "withholding", id: switchId },
        after,
      });
    }
    return succeed(null);
  });
}
