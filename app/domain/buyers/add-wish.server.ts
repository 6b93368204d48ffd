import { and, eq } from "drizzle-orm";
import { wishes } from "~db/schema/buyers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { WISHES_MAX } from "./book-sizes";

/** Saves a product for somebody; one that is saved stays. */
export async function addWish(
  tx: Transaction,
  { userId, productId }: { userId: string; productId: string },
): Promise<Result<null, "wishes_full">> {
  const isTheirs = eq(wishes.userId, userId);
  const isSaved = and(isTheirs, eq(wishes.productId, productId));
  if ((await tx.$count(wishes, isSaved)) > 0) return succeed(null);
  if ((await tx.$count(wishes, isTheirs)) >= WISHES_MAX) {
    return fail("wishes_full", { max: WISHES_MAX });
  }
  await tx.insert(wishes).values({ userId, productId, wishedAt: now() });
  return succeed(null);
}
