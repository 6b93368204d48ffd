import { eq } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type AgreeToProgrammeCode = "second_person_needed" | "programme_past";

/** A second person agrees to what another proposed, and its code is good from its first day on. */
export async function agreeToProgramme(
  tx: Transaction,
  programme: typeof voucherProgrammes.$inferSelect,
  { agreedById }: { agreedById: string },
): Promise<Result<{ isNew: boolean }, AgreeToProgrammeCode>> {
  if (programme.agreedAt !== null) return succeed({ isNew: false });
  if (programme.createdById === agreedById) return fail("second_person_needed");
  if (programme.endsOn < localDateOf(now())) return fail("programme_past");
  await tx
    .update(voucherProgrammes)
    .set({ agreedById, agreedAt: now() })
    .where(eq(voucherProgrammes.id, programme.id));
  return succeed({ isNew: true });
}
