import type { UserActor } from "~/domain/audit/actor";
import type { MatchEndForm } from "~/domain/supply/forms-cases";
import { ALL_ROWS } from "~/domain/identity/scope";
import { endMatches } from "~/domain/supply/end-matches.server";
import { findMatch } from "~/domain/supply/queries-matches.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { noteEndedMatches } from "./note-ended-matches.server";

/**
 * An officer ends a match of which nothing is known yet; the household is told why, and what was kept for it is free. The
 * same form sent twice ends it once.
 */
export async function endMatch(
  actor: UserActor,
  { matchId, reason }: MatchEndForm & { matchId: string },
): Promise<Result<null, "match_not_open">> {
  return inTransaction(async (tx) => {
    const ending = { by: "officer", reason } as const;
    const matchIds = await endMatches(tx, { ...ending, id: matchId, actorId: actor.userId });
    if (matchIds.length === 0) {
      const found = await findMatch(ALL_ROWS, matchId, tx);
      const isDone = found?.endedBy === "officer" && found.endReason === reason;
      return isDone ? succeed(null) : fail("match_not_open");
    }
    await noteEndedMatches(tx, actor, { ...ending, matchIds });
    return succeed(null);
  });
}
