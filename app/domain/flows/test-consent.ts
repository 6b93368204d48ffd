import { delegations } from "~db/schema/households-delegations";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** A consent to work with products until a moment, given a moment ago; answers its number. */
export async function insertTestConsent(
  consent: Partial<typeof delegations.$inferInsert> & {
    agentId: string;
    householdId: string;
    expiresAt: number;
  },
): Promise<string> {
  const code = newId("dlg");
  await inTransaction(async (tx) => {
    await tx.insert(delegations).values({
      id: code,
      code,
      powers: ["products"],
      days: 90,
      way: "code",
      codeId: newId("pcd"),
      termsVersion: 1,
      askedAt: now(),
      consentedAt: now(),
      ...consent,
    });
  });
  return code;
}
