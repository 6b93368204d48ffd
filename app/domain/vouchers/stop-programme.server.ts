import { and, eq, isNull } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Nobody uses its code from now on; what was bought with it stands. False when it was stopped before. */
export async function stopProgramme(tx: Transaction, programmeId: string): Promise<boolean> {
  const stopped = await tx
    .update(voucherProgrammes)
    .set({ stoppedAt: now() })
    .where(and(eq(voucherProgrammes.id, programmeId), isNull(voucherProgrammes.stoppedAt)))
    .returning({ id: voucherProgrammes.id });
  return stopped.length > 0;
}
