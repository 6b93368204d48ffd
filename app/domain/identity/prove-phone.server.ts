import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { noPassword } from "./passwords.server";

/**
 * The phone of this account has been proved to be its holder's; answers the hash that sessions are held by. The first
 * time its password goes: anybody may have opened the account with somebody else's number, and would know it.
 */
export async function provePhone(
  tx: Transaction,
  user: { userId: string; passwordHash: string; phoneProvenAt: number | null },
): Promise<{ passwordHash: string; isFirst: boolean }> {
  const { userId } = user;
  if (user.phoneProvenAt !== null) return { passwordHash: user.passwordHash, isFirst: false };
  const passwordHash = noPassword();
  await tx.update(users).set({ phoneProvenAt: now(), passwordHash }).where(eq(users.id, userId));
  return { passwordHash, isFirst: true };
}
