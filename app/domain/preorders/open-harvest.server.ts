import { and, eq, inArray } from "drizzle-orm";
import { harvests } from "~db/schema/preorders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { harvestClock } from "./harvest-status";

export type NewHarvest = {
  /** Made with the form: the same form sent twice opens one list. */
  harvestId: string;
  productId: string;
  harvestFrom: LocalDate;
  harvestTo: LocalDate;
  closesOn: LocalDate;
  capCount: number;
  unitPriceVnd: Vnd;
};

/** Opens the list of a crop; one list a product at a time. */
export async function openHarvest(
  tx: Transaction,
  { harvestId, ...input }: NewHarvest,
): Promise<Result<{ isNew: boolean }, "harvest_exists">> {
  const [known] = await tx
    .select({ productId: harvests.productId })
    .from(harvests)
    .where(eq(harvests.id, harvestId))
    .limit(1);
  if (known) {
    const isSame = known.productId === input.productId;
    return isSame ? succeed({ isNew: false }) : fail("harvest_exists");
  }
  const isActive = and(
    eq(harvests.productId, input.productId),
    inArray(harvests.status, ["open", "closed"]),
  );
  if ((await tx.$count(harvests, isActive)) > 0) return fail("harvest_exists");
  await tx.insert(harvests).values({
    id: harvestId,
    ...input,
    status: "open",
    clockAt: harvestClock(input.harvestTo),
    openedAt: now(),
  });
  return succeed({ isNew: true });
}
