import { and, eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { secondSteps } from "~db/schema/identity-officers";
import type { Transaction } from "~/platform/db.server";
import { endSessions } from "./end-sessions.server";
import { noPassword } from "./passwords.server";

/**
 * Somebody works for the department no more, and is signed out everywhere; the account that is left only buys. Where they
 * never came in, nobody has its password: the asker of their access knows it. False: no officer.
 */
export async function retireOfficer(tx: Transaction, userId: string): Promise<boolean> {
  const retired = await tx
    .update(users)
    .set({ role: "buyer" })
    .where(and(eq(users.id, userId), eq(users.role, "department_officer")))
    .returning({ id: users.id });
  if (retired.length === 0) return false;
  const steps = await tx
    .delete(secondSteps)
    .where(eq(secondSteps.userId, userId))
    .returning({ userId: secondSteps.userId });
  if (steps.length === 0) {
    await tx.update(users).set({ passwordHash: noPassword() }).where(eq(users.id, userId));
  }
  await endSessions(tx, userId);
  return true;
}
