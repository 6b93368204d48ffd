import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { apiKeys } from "~db/schema/identity-keys";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { addDays, localDateOf, type LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { KEY_ID_BYTES, KEY_SECRET_BYTES, writeKey } from "./data-key";

/** A key that nobody renews must end by itself. */
const DAYS_MAX = 366;

export type NewDataKey = {
  keyId: string;
  consumer: string;
  expiresOn: LocalDate;
  createdById: string;
};
export type IssueDataKeyCode = "data_key_day_past" | "data_key_day_far" | "data_key_issued_before";

/** Makes a key; the text of it is in the answer and nowhere else. The same form sent twice makes one. */
export async function issueDataKey(
  tx: Transaction,
  { keyId, consumer, expiresOn, createdById }: NewDataKey,
): Promise<Result<{ key: string; publicId: string }, IssueDataKeyCode>> {
  const today = localDateOf(now());
  if (expiresOn < today) return fail("data_key_day_past");
  if (expiresOn > addDays(today, DAYS_MAX)) return fail("data_key_day_far");
  if ((await tx.$count(apiKeys, eq(apiKeys.id, keyId))) > 0) return fail("data_key_issued_before");
  const publicId = newToken(KEY_ID_BYTES);
  const secret = newToken(KEY_SECRET_BYTES);
  await tx.insert(apiKeys).values({
    id: keyId,
    publicId,
    secretHash: createHash("sha256").update(secret).digest("hex"),
    consumer,
    createdById,
    createdAt: now(),
    expiresOn,
  });
  return succeed({ key: writeKey({ publicId, secret }), publicId });
}
