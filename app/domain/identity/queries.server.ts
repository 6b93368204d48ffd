import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import type { Account } from "./types";

/** The person's own page, or null. */
export async function findAccount(userId: string): Promise<Account | null> {
  const [row] = await reader()
    .select({
      fullName: users.fullName,
      phone: users.phone,
      role: users.role,
      language: users.language,
    })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  return row ?? null;
}
