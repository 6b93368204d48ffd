import { periodPublications } from "~db/schema/statistics-periods";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addMonths, formatMonth, type Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { listEditions } from "./periods/queries-editions.server";

export type PublishEditionCode = "period_not_closed" | "period_revised_since" | "period_gap";

/**
 * Makes the newest edition of a month public; the one that was public before stays where it is. Months become public one
 * after another, so that no series has a hole. Twice is once.
 */
export async function publishEdition(
  tx: Transaction,
  input: { month: Month; edition: number; publishedById: string },
): Promise<Result<{ hash: string; isRepeat: boolean }, PublishEditionCode>> {
  const { month, edition, publishedById } = input;
  const before = addMonths(month, -1);
  const editions = await listEditions(tx, [before, month]);
  const own = editions.filter((one) => one.month === month);
  const asked = own.find((one) => one.edition === edition);
  if (!asked) return fail("period_not_closed");
  if (own.at(-1) !== asked) return fail("period_revised_since");
  if (asked.publishedAt !== null) return succeed({ hash: asked.hash, isRepeat: true });
  const earlier = editions.filter((one) => one.month === before);
  if (earlier.length > 0 && earlier.every((one) => one.publishedAt === null)) {
    return fail("period_gap", { month: formatMonth(before) });
  }
  await tx
    .insert(periodPublications)
    .values({ editionId: asked.id, publishedById, publishedAt: now() });
  return succeed({ hash: asked.hash, isRepeat: false });
}
