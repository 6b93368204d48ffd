import { auditEntries } from "../../schema/audit";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SoldProduct } from "./seed-products";
import type { SeededHousehold } from "./seed-households";

/**
 * When the sample helper worked for which of the households that agreed (`seedDelegations`), in days before today: for
 * three of them still, for the fifth until its consent ran out; the fourth agreed and sells by itself.
 */
const SAMPLE_HELP = [
  { household: 0, daysAgo: [88, 57, 31, 12, 3] },
  { household: 1, daysAgo: [74, 46, 20, 6] },
  { household: 2, daysAgo: [63, 15] },
  { household: 4, daysAgo: [71, 58, 40] },
] as const;

/** What the sample helper did in the name of households. */
export function seedHelping(
  { connection, day, newId }: SampleWriter,
  help: { agentId: string; seeded: readonly SeededHousehold[]; products: readonly SoldProduct[] },
): void {
  const insert = prepareInsert(connection, auditEntries);
  for (const { household, daysAgo } of SAMPLE_HELP) {
    const onBehalfOfId = help.seeded[household]?.id;
    const product = help.products.find((one) => one.household.id === onBehalfOfId);
    if (onBehalfOfId === undefined || product === undefined) continue;
    for (const [i, days] of daysAgo.entries()) {
      const occurredAt = momentOf(daysBefore(day, days), 15);
      insert({
        id: newId("aud", occurredAt),
        occurredAt,
        actorId: help.agentId,
        actorKind: "agent",
        onBehalfOfId,
        action: i % 2 === 0 ? "product.change_stock" : "product.update",
        subjectKind: "product",
        subjectId: product.id,
        before: null,
        after: null,
      });
    }
  }
}
