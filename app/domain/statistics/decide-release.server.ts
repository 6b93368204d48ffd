import { releaseOutcomes } from "~db/schema/statistics-releases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { findNewestEdition } from "./periods/queries-editions.server";
import { publishEdition } from "./publish-edition.server";
import { listDueReleases } from "./queries-releases.server";
import { verdictAt, type DecidedRelease, type ReleaseCause } from "./releases";

/**
 * What comes of an announcement whose hour has come: its edition is published as it is by hand, or it is written down why
 * not. Null when it does not wait any more: moved, withdrawn, published or decided meanwhile, here or by another process.
 */
export async function decideRelease(
  tx: Transaction,
  stepId: string,
): Promise<DecidedRelease | null> {
  const decidedAt = now();
  const [due] = await listDueReleases(tx, { atInstant: decidedAt, stepId });
  if (!due) return null;
  const { month, dueAt, madeById } = due;
  const newest = await findNewestEdition(tx, month);
  const decided = { month, dueAt, announcedById: madeById };
  if (!newest || verdictAt(dueAt, newest) === "missed") {
    await tx.insert(releaseOutcomes).values({ stepId, outcome: "missed", decidedAt });
    return { ...decided, outcome: "missed" };
  }
  const { edition } = newest;
  const published = await publishEdition(tx, { month, edition, publishedById: madeById });
  if (!published.ok) {
    const cause: ReleaseCause = { code: published.code, detail: { ...published.detail } };
    await tx.insert(releaseOutcomes).values({ stepId, outcome: "failed", cause, decidedAt });
    return { ...decided, outcome: "failed", cause };
  }
  await tx.insert(releaseOutcomes).values({ stepId, outcome: "published", decidedAt });
  return { ...decided, outcome: "published", edition, hash: published.value.hash };
}
