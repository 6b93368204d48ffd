import { eq } from "drizzle-orm";
import { apiKeys } from "~db/schema/identity-keys";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** From now on the key opens nothing. Revoked already, nothing is written. */
export async function revokeDataKey(
  tx: Transaction,
  { keyId, revokedById }: { keyId: string; revokedById: string },
): Promise<Result<{ consumer: string; isRepeat: boolean }, "data_key_not_found">> {
  const [key] = await tx.select().from(apiKeys).where(eq(apiKeys.id, keyId)).limit(1);
  if (!key) return fail("data_key_not_found");
  const { consumer } = key;
  if (key.revokedAt !== null) return succeed({ consumer, isRepeat: true });
  await tx.update(apiKeys).set({ revokedAt: now(), revokedById }).where(eq(apiKeys.id, keyId));
  return succeed({ consumer, isRepeat: false });
}
