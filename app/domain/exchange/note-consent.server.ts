import { eq } from "drizzle-orm";
import { productImports } from "~db/schema/exchange";
import type { UserActor } from "~/domain/audit/actor";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** From now on its rows are written, as by the person who said yes. */
export async function noteConsent(
  tx: Transaction,
  { importId, actor }: { importId: string; actor: UserActor },
): Promise<void> {
  await tx
    .update(productImports)
    .set({ status: "writing", consentedBy: actor, consentedAt: now() })
    .where(eq(productImports.id, importId));
}
