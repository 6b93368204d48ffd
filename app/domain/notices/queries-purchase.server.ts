import { eq } from "drizzle-orm";
import { thingOfCode } from "~/domain/identity/link-key.server";
import type { ReadDatabase } from "~/platform/db.server";
import { PURCHASE_TABLES } from "./queries-recipients.server";
import type { Purchase } from "./types";

const KINDS = { order: "checkout", contract: "contract", preorder: "preorder" } as const;

/** What was bought under this number, and the phone that it was bought with. */
export async function findPurchase(db: ReadDatabase, code: string): Promise<Purchase | null> {
  const kind = KINDS[thingOfCode(code)];
  const from = async <Table extends (typeof PURCHASE_TABLES)[typeof kind]>(table: Table) => {
    const columns = { id: table.id, language: table.language, phone: table.buyerPhone };
    const [row] = await db.select(columns).from(table).where(eq(table.code, code)).limit(1);
    return row ?? null;
  };
  const found = await from(PURCHASE_TABLES[kind]);
  return found && { kind, code, ...found };
}
