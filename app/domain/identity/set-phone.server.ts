import { and, eq, isNull, ne } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { phoneEnding } from "./phone";
import type { Proven } from "./types";

export type PhoneSet = Proven & {
  /** Null: the account has this phone already. */
  change: { id: string; oldPhone: string; changedAt: number } | null;
};

/**
 * Another phone (ten digits) for this account, which its holder has just proved; when that was for the first time stays, so
 * that nobody is told that a password is gone. `phone_of_account`: somebody else comes in by it.
 */
export async function setPhone(
  tx: Transaction,
  { userId, phone }: { userId: string; phone: string },
): Promise<Result<PhoneSet, "phone_of_account" | "account_deleted">> {
  const [user] = await tx
    .select({
      oldPhone: users.phone,
      passwordHash: users.passwordHash,
      phoneProvenAt: users.phoneProvenAt,
    })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
    .limit(1);
  if (!user) return fail("account_deleted");
  const { oldPhone, passwordHash } = user;
  if (oldPhone === phone) return succeed({ userId, passwordHash, change: null });
  const isOthers = and(eq(users.phone, phone), ne(users.id, userId));
  if ((await tx.$count(users, isOthers)) > 0) return fail("phone_of_account");
  const changedAt = now();
  const phoneProvenAt = user.phoneProvenAt ?? changedAt;
  await tx.update(users).set({ phone, phoneProvenAt }).where(eq(users.id, userId));
  const id = newId("pch");
  const endings = { oldEnding: phoneEnding(oldPhone), newEnding: phoneEnding(phone) };
  const numbers = { oldPhone, newPhone: phone, ...endings };
  await tx.insert(phoneChanges).values({ id, userId, ...numbers, changedAt });
  return succeed({ userId, passwordHash, change: { id, oldPhone, changedAt } });
}
