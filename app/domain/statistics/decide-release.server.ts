import { releaseOutcomes } from "~db/schema/statistics-releases";
import { isOfficer } from "~/domain/identity/queries.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { listEditions } from "./periods/queries-editions.server";
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
  const editions = await listEditions(tx, [month]);
  const newest = editions.at(-1);
  const decided = { month, dueAt, announcedById: madeById };
  const failed = async (cause: ReleaseCause): Promise<DecidedRelease> => {
    await tx.insert(releaseOutcomes).values({ stepId, outcome: "failed", cause, decidedAt });
    return { ...decided, outcome: "failed", cause };
  };
  if (!newest || verdictAt(dueAt, newest.manifest) === "missed") {
    const wasClosed = editions.some(
      ({ publishedAt, manifest }) =>
        publishedAt === null && verdictAt(dueAt, manifest) === "publish",
    );
    // What was closed in time is not the newest any more: an officer decides about the revision.
    if (wasClosed) return failed({ code: "release_revised_since", detail: {} });
    await tx.insert(releaseOutcomes).values({ stepId, outcome: "missed", decidedAt });
    return { ...decided, outcome: "missed" };
  }
  // Nobody publishes in the name of who works here no more.
  if (!(await isOfficer(tx, madeById))) return failed({ code: "release_officer_left", detail: {} });
  const { edition } = newest;
  const published = await publishEdition(tx, { month, edition, publishedById: madeById });
  if (!published.ok) return failed({ code: published.code, detail: { ...published.detail } });
  await tx.insert(releaseOutcomes).values({ stepId, outcome: "published", decidedAt });
  return { ...decided, outcome: "published", edition, hash: published.value.hash };
}
