import { eq, inArray } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What orders are called, for the log. */
export async function nameOrders(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: orders.id, code: orders.code })
    .from(orders)
    .where(inArray(orders.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which order has this code; null: none. */
export async function findOrderId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.code, code))
    .limit(1);
  return row?.id ?? null;
}

/** What purchases are called, for the log. */
export async function nameCheckouts(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: checkouts.id, code: checkouts.code })
    .from(checkouts)
    .where(inArray(checkouts.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which purchase has this code; null: none. */
export async function findCheckoutIdByCode(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(eq(checkouts.code, code))
    .limit(1);
  return row?.id ?? null;
}
