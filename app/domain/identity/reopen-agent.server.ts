import { and, eq, isNull } from "drizzle-orm";
import { users } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import { endSessions } from "./end-sessions.server";

/**
 * Whoever has this account is a helper from now on, with another password, and signed out everywhere: nobody who is signed
 * in becomes one unawares. False: there is no such account of a buyer.
 */
export async function reopenAgent(
  tx: Transaction,
  { agentId, passwordHash }: { agentId: string; passwordHash: string },
): Promise<boolean> {
  const reopened = await tx
    .update(users)
    .set({ role: "agent", passwordHash })
    .where(and(eq(users.id, agentId), eq(users.role, "buyer"), isNull(users.deletedAt)))
    .returning({ id: users.id });
  if (reopened.length === 0) return false;
  await endSessions(tx, agentId);
  return true;
}
