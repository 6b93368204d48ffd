import { eq, inArray } from "drizzle-orm";
import { voucherProgrammes } from "~db/schema/vouchers";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What voucher programmes are called, for the log. */
export async function nameProgrammes(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: voucherProgrammes.id, code: voucherProgrammes.code })
    .from(voucherProgrammes)
    .where(inArray(voucherProgrammes.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which programme has this code; null: none. */
export async function findProgrammeId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: voucherProgrammes.id })
    .from(voucherProgrammes)
    .where(eq(voucherProgrammes.code, code))
    .limit(1);
  return row?.id ?? null;
}
