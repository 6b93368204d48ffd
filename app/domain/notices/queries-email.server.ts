import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { emailAddresses } from "~db/schema/notices";
import { reader } from "~/platform/db.server";
import type { CompleteLanguage } from "~/platform/language";

export type EmailAddress = {
  email: string;
  enteredAt: number;
  isConfirmed: boolean;
  language: CompleteLanguage;
};

/** Where this person is told by e-mail, or null. */
export async function findEmail(userId: string): Promise<EmailAddress | null> {
  const [row] = await reader()
    .select({
      email: emailAddresses.email,
      enteredAt: emailAddresses.enteredAt,
      confirmedAt: emailAddresses.confirmedAt,
      language: users.language,
    })
    .from(emailAddresses)
    .innerJoin(users, eq(users.id, emailAddresses.userId))
    .where(eq(emailAddresses.userId, userId))
    .limit(1);
  if (!row) return null;
  const { confirmedAt, ...address } = row;
  return { ...address, isConfirmed: confirmedAt !== null };
}
