import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { officerGrants, secondSteps } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import { keyedDigest } from "~/platform/keys.server";
import { fail, succeed, type Result } from "~/platform/result";
import { createUser } from "./create-user.server";
import { endSessions } from "./end-sessions.server";
import { GRANT_CODE_DIGITS } from "./officer-grants";
import { loadOfficerGrant, type OfficerGrant } from "./queries-officers.server";

export type AgreeOfficerGrantCode =
  "officer_grant_over" | "officer_second_person_needed" | "officer_phone_taken";

/**
 * A second officer agrees: the account is there, or its password, second step and sessions of before are not any more. The
 * code in the answer stands nowhere else; without it the password that the first one has opens nothing.
 * @param input.agreedById null: at the server
 */
export async function agreeOfficerGrant(
  tx: Transaction,
  { grantId, agreedById }: { grantId: string; agreedById: string | null },
): Promise<Result<{ userId: string; code: string }, AgreeOfficerGrantCode>> {
  const grant = await loadOfficerGrant(tx, grantId);
  if (grant?.state !== "asked") return fail("officer_grant_over");
  const isSecond = agreedById !== grant.askedById && agreedById !== grant.userId;
  if (agreedById !== null && !isSecond) return fail("officer_second_person_needed");
  const userId = await openAccount(tx, grant);
  if (userId === null) return fail("officer_phone_taken");
  const code = String(randomInt(10 ** GRANT_CODE_DIGITS)).padStart(GRANT_CODE_DIGITS, "0");
  await tx
    .update(officerGrants)
    .set({
      userId,
      phone: null,
      fullName: null,
      agreedById,
      agreedAt: now(),
      passwordHash: null,
      codeMark: grantCodeMark(grantId, code),
    })
    .where(eq(officerGrants.id, grantId));
  return succeed({ userId, code });
}

/** Of the grant's code: the digits are too few for a plain hash. */
export function grantCodeMark(grantId: string, code: string): string {
  return keyedDigest("officer-grant-codes", `${grantId} ${code}`);
}

/** Null: somebody else has opened an account with the phone since. */
async function openAccount(tx: Transaction, grant: OfficerGrant): Promise<string | null> {
  const passwordHash = present(grant.passwordHash, "a grant that was asked for has a password");
  if (grant.userId === null) {
    const created = await createUser(tx, {
      phone: present(grant.phone, "a new officer has a phone"),
      fullName: present(grant.fullName, "a new officer has a name"),
      passwordHash,
      phoneProvenAt: null,
      role: "department_officer",
      language: "vi",
    });
    return created.ok ? created.value.userId : null;
  }
  const { userId } = grant;
  const renewed = await tx
    .update(users)
    .set({ role: "department_officer", passwordHash })
    .where(eq(users.id, userId))
    .returning({ id: users.id });
  invariant(renewed.length === 1, "a grant is of a person");
  await tx.delete(secondSteps).where(eq(secondSteps.userId, userId));
  await endSessions(tx, userId);
  return userId;
}
