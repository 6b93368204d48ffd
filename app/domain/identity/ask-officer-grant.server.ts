import { and, eq, isNull, or } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { officerGrants } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";

export type OfficerAsked =
  | { kind: "open"; phone: string; fullName: string }
  | { kind: "renew"; userId: string; reason: string };
export type AskOfficerGrantCode = "officer_phone_taken" | "officer_asked_before";

/**
 * An officer asks that somebody may set up a sign-in of the department; nothing opens before another one agrees.
 * @param input.passwordHash of the password that was told to who asks
 * @param input.askedById null: at the server
 */
export async function askOfficerGrant(
  tx: Transaction,
  input: { asked: OfficerAsked; passwordHash: string; askedById: string | null },
): Promise<Result<{ grantId: string }, AskOfficerGrantCode>> {
  const { asked, passwordHash, askedById } = input;
  if (asked.kind === "open" && (await tx.$count(users, eq(users.phone, asked.phone))) > 0) {
    return fail("officer_phone_taken");
  }
  const who =
    asked.kind === "open"
      ? { phone: asked.phone, fullName: asked.fullName, reason: "" }
      : { userId: asked.userId, reason: asked.reason };
  const isTheirs = or(
    who.phone === undefined ? undefined : eq(officerGrants.phone, who.phone),
    who.userId === undefined ? undefined : eq(officerGrants.userId, who.userId),
  );
  const isOpen = and(isNull(officerGrants.usedAt), isNull(officerGrants.endedAt));
  if ((await tx.$count(officerGrants, and(isTheirs, isOpen))) > 0) {
    return fail("officer_asked_before");
  }
  const grantId = newId("ogr");
  await tx.insert(officerGrants).values({
    id: grantId,
    kind: asked.kind,
    ...who,
    passwordHash,
    askedById,
    askedAt: now(),
  });
  return succeed({ grantId });
}
