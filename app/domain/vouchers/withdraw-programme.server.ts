import { and, eq, isNull } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A proposal that nobody has agreed to is taken back: it is gone and its code free again. */
export async function withdrawProgramme(
  tx: Transaction,
  programmeId: string,
): Promise<Result<null, "programme_agreed">> {
  const gone = await tx
    .delete(voucherProgrammes)
    .where(and(eq(voucherProgrammes.id, programmeId), isNull(voucherProgrammes.agreedAt)))
    .returning({ id: voucherProgrammes.id });
  return gone.length > 0 ? succeed(null) : fail("programme_agreed");
}
