import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import type { ReadDatabase } from "~/platform/db.server";
import { hasPassword } from "./passwords.server";
import type { Role } from "./roles";
import type { Proven } from "./types";

export type PhoneHolder = Proven & {
  role: Role;
  /** When a code first proved that the phone is theirs; null: nobody has. */
  phoneProvenAt: number | null;
  hasPassword: boolean;
  createdAt: number;
  /** When somebody was last in this account, within half of a session's life; null: not known. */
  seenAt: number | null;
};

/** Who has an account with this phone (ten digits), or null. */
export async function findUserByPhone(
  db: ReadDatabase,
  phone: string,
): Promise<PhoneHolder | null> {
  const [user] = await db
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      role: users.role,
      phoneProvenAt: users.phoneProvenAt,
      createdAt: users.createdAt,
      seenAt: users.seenAt,
    })
    .from(users)
    .where(eq(users.phone, phone))
    .limit(1);
  return user ? { ...user, hasPassword: hasPassword(user.passwordHash) } : null;
}

/** The same of somebody whose phone a code has proved: an account that anybody may have opened is nobody's. */
export async function findProvenUser(db: ReadDatabase, phone: string): Promise<PhoneHolder | null> {
  const user = await findUserByPhone(db, phone);
  return user !== null && user.phoneProvenAt !== null ? user : null;
}
