import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { MatchEnder } from "~/domain/supply/case-words";
import type { Transaction } from "~/platform/db.server";

/** Puts on record which matches came to their end, and by what. */
export async function noteEndedMatches(
  tx: Transaction,
  actor: Actor,
  ended: { by: MatchEnder; matchIds: readonly string[]; reason?: string },
): Promise<void> {
  const { by, matchIds, reason } = ended;
  for (const id of matchIds) {
    await recordAction(tx, {
      actor,
      action: "supply_match.end",
      subject: { kind: "supply_match", id },
      after: { by, ...(reason === undefined ? {} : { reason }) },
    });
  }
}
