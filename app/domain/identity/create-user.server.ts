import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { completeLanguageFor, type Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";
import type { Role } from "./roles";

export type NewUser = {
  /** Ten digits. */
  phone: string;
  fullName: string;
  passwordHash: string;
  role: Role;
  language: Language;
  /** When a code proved that the phone is theirs; null: nobody has. */
  phoneProvenAt: number | null;
};

/** A new sign-in; one per phone number. */
export async function createUser(
  tx: Transaction,
  user: NewUser,
): Promise<Result<{ userId: string }, "phone_taken">> {
  const [known] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.phone, user.phone))
    .limit(1);
  if (known) return fail("phone_taken");
  const userId = newId("usr");
  await tx.insert(users).values({
    id: userId,
    ...user,
    language: completeLanguageFor(user.language),
    createdAt: now(),
  });
  return succeed({ userId });
}
