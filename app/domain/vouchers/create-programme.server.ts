import { eq, or } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ProgrammeForm } from "./forms";

/** A programme of which nothing is used yet; `programmeId` was made with the form, so that the same form makes one. */
export async function createProgramme(
  tx: Transaction,
  { programmeId, createdById, ...terms }: ProgrammeForm & { createdById: string },
): Promise<Result<{ isNew: boolean }, "voucher_code_taken">> {
  const [known] = await tx
    .select({ id: voucherProgrammes.id })
    .from(voucherProgrammes)
    .where(or(eq(voucherProgrammes.id, programmeId), eq(voucherProgrammes.code, terms.code)))
    .limit(1);
  if (known)
    return known.id === programmeId ? succeed({ isNew: false }) : fail("voucher_code_taken");
  await tx
    .insert(voucherProgrammes)
    .values({ id: programmeId, ...terms, createdById, createdAt: now() });
  return succeed({ isNew: true });
}
