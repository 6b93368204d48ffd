import { and, isNull, lte } from "drizzle-orm";
import { officerGrants } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { endOfficerGrant } from "./end-officer-grant.server";
import { GRANT_LIFE_DAYS, officerGrantState } from "./officer-grants";

const SWEPT_MAX = 100;

/** Ends what was asked for officers and nobody used in time, so that names and passwords of who never came are not kept. */
export async function sweepOfficerGrants(tx: Transaction): Promise<void> {
  const open = await tx
    .select()
    .from(officerGrants)
    .where(
      and(
        isNull(officerGrants.usedAt),
        isNull(officerGrants.endedAt),
        lte(officerGrants.askedAt, now() - GRANT_LIFE_DAYS * DAY_MS),
      ),
    )
    .limit(SWEPT_MAX);
  for (const grant of open) {
    if (officerGrantState(grant, now()) !== "expired") continue;
    await endOfficerGrant(tx, { grantId: grant.id, endedById: null });
  }
}
