import { and, eq, isNull } from "drizzle-orm";
import { supplyCases, supplyCaseSteps } from "~db/schema/supply-cases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { LocalDate } from "~/platform/period";

export type NewCase = {
  produceKey: string;
  produceName: string;
  fromOn: LocalDate;
  toOn: LocalDate;
  overKg: number;
  handlerId: string;
};

/** Somebody takes a kind on. Whoever comes second, or sends the form twice, is led to the case that is open already. */
export async function openCase(
  tx: Transaction,
  opened: NewCase,
): Promise<{ caseId: string; isNew: boolean }> {
  const isOfKind = eq(supplyCases.produceKey, opened.produceKey);
  const [there] = await tx
    .select({ id: supplyCases.id })
    .from(supplyCases)
    .where(and(isOfKind, isNull(supplyCases.closedAt)))
    .limit(1);
  if (there) return { caseId: there.id, isNew: false };
  const caseId = newId("sca");
  const openedAt = now();
  await tx.insert(supplyCases).values({ id: caseId, ...opened, openedAt, seenAt: openedAt });
  await tx.insert(supplyCaseSteps).values({
    id: newId("scs"),
    caseId,
    step: "opened",
    words: "",
    handlerId: null,
    actorId: opened.handlerId,
    occurredAt: openedAt,
  });
  return { caseId, isNew: true };
}
