import { eq, or } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { sameValues } from "~/platform/same-values";
import { fail, succeed, type Result } from "~/platform/result";
import type { ProgrammeForm } from "./forms";

export type CreateProgrammeCode = "voucher_code_taken" | "form_saved_before" | "programme_past";

/**
 * A programme that one officer proposes and another has to agree to; `programmeId` was made with the form, so that the same form makes one;
 * `form_saved_before`: it says something else now.
 */
export async function createProgramme(
  tx: Transaction,
  { programmeId, createdById, ...terms }: ProgrammeForm & { createdById: string },
): Promise<Result<{ isNew: boolean }, CreateProgrammeCode>> {
  const known = await tx
    .select()
    .from(voucherProgrammes)
    .where(or(eq(voucherProgrammes.id, programmeId), eq(voucherProgrammes.code, terms.code)))
    .limit(2);
  const own = known.find(({ id }) => id === programmeId);
  if (own) return sameValues(own, terms) ? succeed({ isNew: false }) : fail("form_saved_before");
  if (known.length > 0) return fail("voucher_code_taken");
  if (terms.endsOn < localDateOf(now())) return fail("programme_past");
  await tx
    .insert(voucherProgrammes)
    .values({ id: programmeId, ...terms, createdById, createdAt: now() });
  return succeed({ isNew: true });
}
