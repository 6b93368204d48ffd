import { and, eq, ne } from "drizzle-orm";
import { users } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Puts name and phone (ten digits) right of an account that nobody has entered; the caller has made sure of that. */
export async function correctPerson(
  tx: Transaction,
  { userId, phone, fullName }: { userId: string; phone: string; fullName: string },
): Promise<Result<null, "phone_taken">> {
  const isAnother = and(eq(users.phone, phone), ne(users.id, userId));
  if ((await tx.$count(users, isAnother)) > 0) return fail("phone_taken");
  await tx.update(users).set({ phone, fullName }).where(eq(users.id, userId));
  return succeed(null);
}
