import { createHash, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { apiKeys } from "~db/schema/identity-keys";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { localDateOf } from "~/platform/period";
import { dataKeyState, readBearerKey } from "./data-key";

/** Stands for a key that is not there, so that its answer takes as long. */
const NO_HASH = "0".repeat(64);

/**
 * Which key an `Authorization` header carries; null: none that opens anything. Looked up by its id, compared in constant time.
 * Its day of use is noted once a day, and never at the price of an answer.
 */
export async function recogniseDataKey(header: string | null): Promise<{ id: string } | null> {
  const sent = readBearerKey(header);
  if (!sent) return null;
  const [key] = await reader()
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.publicId, sent.publicId))
    .limit(1);
  const given = createHash("sha256").update(sent.secret).digest();
  const isRight = timingSafeEqual(given, Buffer.from(key?.secretHash ?? NO_HASH, "hex"));
  const today = localDateOf(now());
  if (!key || !isRight || dataKeyState(key, today) !== "valid") return null;
  if (key.lastUsedOn !== today) await noteUse(key.id, today);
  return { id: key.id };
}

async function noteUse(keyId: string, today: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.update(apiKeys).set({ lastUsedOn: today }).where(eq(apiKeys.id, keyId));
  }).catch((error: unknown) => {
    // Reading must not need the write lock, nor room on the disk; the next request notes it.
    logger.error("the use of a data key was not noted", { key: keyId, ...errorFields(error) });
  });
}
