import { createHash } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { officerGrants, secondSteps } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { keyedDigest } from "~/platform/keys.server";
import { fail, succeed, type Result } from "~/platform/result";
import { createUser } from "./create-user.server";
import { endSessions } from "./end-sessions.server";
import { GRANT_CODE_DIGITS } from "./officer-grants";
import { loadOfficerGrant, type OfficerGrant } from "./queries-officers.server";

export type AgreeOfficerGrantCode =
  "officer_grant_over" | "officer_second_person_needed" | "officer_phone_taken";

/**
 * A second officer agrees: the account is there, or its password, second step and sessions of before are not any more.
 * Without the code in the answer the password that the first one has opens nothing. Who agrees again, because the answer was
 * lost on the way, is told the same one as long as it serves.
 * @param input.agreedById null: at the server
 */
export async function agreeOfficerGrant(
  tx: Transaction,
  { grantId, agreedById }: { grantId: string; agreedById: string | null },
): Promise<Result<{ userId: string; code: string }, AgreeOfficerGrantCode>> {
  const grant = await loadOfficerGrant(tx, grantId);
  if (grant?.state === "agreed" && grant.agreedById === agreedById && grant.userId !== null) {
    return succeed({ userId: grant.userId, code: grantCode(grant) });
  }
  if (grant?.state !== "asked") return fail("officer_grant_over");
  const isSecond = agreedById !== grant.askedById && agreedById !== grant.userId;
  if (agreedById !== null && !isSecond) return fail("officer_second_person_needed");
  const opened = await openAccount(tx, grant);
  if (!opened.ok) return opened;
  const { userId } = opened.value;
  const agreed = { userId, agreedById, agreedAt: now() };
  await tx
    .update(officerGrants)
    .set({ ...agreed, phone: null, fullName: null, passwordHash: null })
    .where(eq(officerGrants.id, grantId));
  return succeed({ userId, code: grantCode({ ...grant, ...agreed }) });
}

/** The digits of a grant that was agreed to, from a key outside the database: a copy of it tells nobody's code. */
export function grantCode({ id, agreedAt }: { id: string; agreedAt: number | null }): string {
  const digest = createHash("sha256")
    .update(keyedDigest("officer-grant-codes", `${id} ${agreedAt}`))
    .digest();
  const digits = digest.readBigUInt64BE() % 10n ** BigInt(GRANT_CODE_DIGITS);
  return String(digits).padStart(GRANT_CODE_DIGITS, "0");
}

type Opened = Result<{ userId: string }, "officer_phone_taken" | "officer_grant_over">;

/** Somebody who is a helper or a household by now, or whose account was deleted, becomes no officer. */
async function openAccount(tx: Transaction, grant: OfficerGrant): Promise<Opened> {
  const passwordHash = present(grant.passwordHash, "a grant that was asked for has a password");
  const role = "department_officer";
  if (grant.userId === null) {
    const created = await createUser(tx, {
      phone: present(grant.phone, "a new officer has a phone"),
      fullName: present(grant.fullName, "a new officer has a name"),
      passwordHash,
      phoneProvenAt: null,
      role,
      language: "vi",
    });
    return created.ok ? created : fail("officer_phone_taken");
  }
  const { userId } = grant;
  const isTheirs = and(eq(users.id, userId), isNull(users.deletedAt));
  const renewed = await tx
    .update(users)
    .set({ role, passwordHash })
    .where(and(isTheirs, inArray(users.role, [role, "buyer"])))
    .returning({ id: users.id });
  if (renewed.length === 0) return fail("officer_grant_over");
  await tx.delete(secondSteps).where(eq(secondSteps.userId, userId));
  await endSessions(tx, userId);
  return succeed({ userId });
}
