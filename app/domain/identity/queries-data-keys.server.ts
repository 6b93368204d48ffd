import { desc, eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { apiKeys } from "~db/schema/identity-keys";
import { reader } from "~/platform/db.server";
import type { DataKey } from "./data-key";

const KEYS_MAX = 200;

const columns = {
  id: apiKeys.id,
  publicId: apiKeys.publicId,
  consumer: apiKeys.consumer,
  createdBy: users.fullName,
  createdAt: apiKeys.createdAt,
  expiresOn: apiKeys.expiresOn,
  revokedAt: apiKeys.revokedAt,
  lastUsedOn: apiKeys.lastUsedOn,
};

/** Every key that was issued, the newest first; at most 200. */
export async function listDataKeys(): Promise<DataKey[]> {
  return reader()
    .select(columns)
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdById))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(KEYS_MAX);
}

export async function findDataKey(keyId: string): Promise<DataKey | null> {
  const [row] = await reader()
    .select(columns)
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdById))
    .where(eq(apiKeys.id, keyId))
    .limit(1);
  return row ?? null;
}
