import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { decideRelease } from "~/domain/statistics/decide-release.server";
import { listDueReleases } from "~/domain/statistics/queries-releases.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { succeed, type Result } from "~/platform/result";
import { unlessItThrows } from "./unless-it-throws.server";

const ACTIONS = {
  published: "period.publish",
  missed: "release.miss",
  failed: "release.fail",
} as const;

/**
 * What was announced is published when its hour has come: the timer does it, and the officer who announced it has
 * decided it. What throws is tried again with the next call.
 */
export async function publishDue(): Promise<void> {
  for (const { stepId, month } of await listDueReleases(reader(), { atInstant: now() })) {
    await unlessItThrows("an announced month", month, () => publishAnnounced(stepId));
  }
}

async function publishAnnounced(stepId: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const decided = await decideRelease(tx, stepId);
    if (!decided) return succeed(null);
    const { month, dueAt, outcome, ...rest } = decided;
    await recordAction(tx, {
      actor: SYSTEM,
      action: ACTIONS[outcome],
      subject: { kind: "period", id: month },
      after: { ...rest, dueAt: isoInstant(dueAt) },
    });
    return succeed(null);
  });
}
