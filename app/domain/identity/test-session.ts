import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import { startSession } from "./sessions.server";

/** Test support: signs a person in without their password, and without the second step; answers the `Cookie` header. */
export async function cookieFor(userId: string): Promise<string> {
  const [user] = await reader()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  const header = await startSession({
    userId,
    passwordHash: user?.passwordHash ?? "",
    hasSecondStep: true,
  });
  return header.split(";")[0] ?? "";
}
