import { eq, inArray } from "drizzle-orm";
import { contracts } from "~db/schema/contracts";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What contracts are called, for the log. */
export async function nameContracts(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: contracts.id, code: contracts.code })
    .from(contracts)
    .where(inArray(contracts.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which contract has this code; null: none. */
export async function findContractId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: contracts.id })
    .from(contracts)
    .where(eq(contracts.code, code))
    .limit(1);
  return row?.id ?? null;
}
