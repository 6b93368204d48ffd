import { eq } from "drizzle-orm";
import { collections } from "~db/schema/catalog-collections";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { loadCollection } from "./load-collection.server";

/** Takes a collection off the market for good; one that was ended before stays so. */
export async function endCollection(
  tx: Transaction,
  input: { slug: string },
): Promise<Result<{ id: string } | null, "collection_not_found">> {
  const loaded = await loadCollection(tx, input.slug);
  if (!loaded.ok && loaded.code === "collection_ended") return succeed(null);
  if (!loaded.ok) return { ok: false, code: "collection_not_found" };
  const { id } = loaded.value;
  await tx.update(collections).set({ endedAt: now() }).where(eq(collections.id, id));
  return succeed({ id });
}
