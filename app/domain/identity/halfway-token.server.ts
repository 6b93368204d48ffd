import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";
import { MINUTE_MS } from "~/platform/period";
import type { Proven } from "./types";

/** Long enough to install an app at the first time. */
export const HALFWAY_MS = 20 * MINUTE_MS;

/**
 * What a browser keeps between the password and the second step: that the password was right a moment ago. It opens no
 * door but that of the second step, and falls with the password.
 */
export function halfwayToken({ userId, passwordHash }: Proven): string {
  const head = `${userId}.${now()}.${newToken()}`;
  return `${head}.${signatureOf(head, passwordHash)}`;
}

/** Whose password was right, and who is still an officer; null: too long ago, or no token of ours. */
export async function halfwayPerson(
  token: string | null,
): Promise<(Proven & { phone: string; fullName: string }) | null> {
  const [, head = "", userId = "", at = "", signature = ""] =
    /^((usr_[0-9a-f]{32})\.(\d{1,16})\.[0-9a-f]{32})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  const age = now() - Number(at);
  if (head === "" || age < 0 || age > HALFWAY_MS) return null;
  const [user] = await reader()
    .select({
      role: users.role,
      passwordHash: users.passwordHash,
      phone: users.phone,
      fullName: users.fullName,
    })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  if (user?.role !== "department_officer") return null;
  if (!equalsInConstantTime(signatureOf(head, user.passwordHash), signature)) return null;
  const { passwordHash, phone, fullName } = user;
  return { userId, passwordHash, phone, fullName };
}

function signatureOf(head: string, passwordHash: string): string {
  return keyedDigest("halfway-sign-ins", `${head} ${passwordHash}`);
}
