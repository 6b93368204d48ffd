import { like, or, eq } from "drizzle-orm";
import { householdEvents, householdMembers, households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { slugOf } from "~/platform/fold";
import { newId } from "~/platform/ids";
import type { HouseholdKind } from "./household-status";

const MAX_NAMESAKES = 500;

export type NewHousehold = {
  name: string;
  kind: HouseholdKind;
  contactName: string;
  /** Ten digits; shown to buyers, as the law asks of sellers. */
  phone: string;
  communeCode: string;
  addressLine: string;
  story: string;
  memberId: string;
};

/** A household that waits for the department, with its first member. */
export async function createHousehold(
  tx: Transaction,
  { memberId, ...household }: NewHousehold,
): Promise<{ householdId: string; slug: string }> {
  const householdId = newId("hsh");
  const slug = await freeSlug(tx, household.name);
  const createdAt = now();
  await tx
    .insert(households)
    .values({ id: householdId, slug, ...household, status: "pending", createdAt });
  await tx.insert(householdMembers).values({ householdId, userId: memberId });
  await tx.insert(householdEvents).values({
    id: newId("hev"),
    householdId,
    fromStatus: null,
    toStatus: "pending",
    actorId: memberId,
    occurredAt: createdAt,
  });
  return { householdId, slug };
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const base = slugOf(name) || "ho-san-xuat";
  const rows = await tx
    .select({ slug: households.slug })
    .from(households)
    .where(or(eq(households.slug, base), like(households.slug, `${base}-%`)))
    .limit(MAX_NAMESAKES);
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
