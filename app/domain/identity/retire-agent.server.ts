import { and, eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import { endSessions } from "./end-sessions.server";

/** A helper helps no more, and is signed out everywhere; the account that is left only buys. False: there is no such helper. */
export async function retireAgent(tx: Transaction, agentId: string): Promise<boolean> {
  const retired = await tx
    .update(users)
    .set({ role: "buyer" })
    .where(and(eq(users.id, agentId), eq(users.role, "agent")))
    .returning({ id: users.id });
  if (retired.length === 0) return false;
  await endSessions(tx, agentId);
  return true;
}
