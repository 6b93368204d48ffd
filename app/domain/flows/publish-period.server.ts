import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  publishEdition,
  type PublishEditionCode,
} from "~/domain/statistics/publish-edition.server";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { succeed, type Result } from "~/platform/result";

/** An officer makes the newest edition of a closed month public. */
export async function publishPeriod(
  actor: Actor,
  input: { month: Month; edition: number; publishedById: string },
): Promise<Result<null, PublishEditionCode>> {
  return inTransaction(async (tx) => {
    const published = await publishEdition(tx, input);
    if (!published.ok) return published;
    const { hash, isRepeat } = published.value;
    if (!isRepeat) {
      await recordAction(tx, {
        actor,
        action: "period.publish",
        subject: { kind: "period", id: input.month },
        after: { edition: input.edition, hash },
      });
    }
    return succeed(null);
  });
}
