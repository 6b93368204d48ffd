import { eq, inArray } from "drizzle-orm";
import { returnRequests } from "~db/schema/returns";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What returns are called, for the log. */
export async function nameReturns(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: returnRequests.id, code: returnRequests.code })
    .from(returnRequests)
    .where(inArray(returnRequests.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which return has this code; null: none. */
export async function findReturnId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: returnRequests.id })
    .from(returnRequests)
    .where(eq(returnRequests.code, code))
    .limit(1);
  return row?.id ?? null;
}
