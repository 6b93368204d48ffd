import { eq } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { offeredMethods } from "~/domain/orders/offered-methods";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { reader } from "~/platform/db.server";
import { openCardProvider } from "./open-card-provider.server";
import { maySwitch } from "./may-switch";

/** The ways in which a buyer may still pay a checkout, the chosen one among them; none when that is settled. */
export async function findMethods(checkoutId: string): Promise<PaymentMethod[]> {
  const rows = await reader()
    .select({
      status: payments.status,
      channel: checkouts.channel,
      dueVnd: payments.dueVnd,
      ocopSet: lineItems.ocopSet,
    })
    .from(checkouts)
    .innerJoin(payments, eq(payments.checkoutId, checkouts.id))
    .innerJoin(orders, eq(orders.checkoutId, checkouts.id))
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .where(eq(checkouts.id, checkoutId));
  const [bought] = rows;
  if (!bought || bought.channel === "wholesale") return [];
  const hasAlcohol = rows.some((row) => isAlcohol(row.ocopSet));
  const takesCards = openCardProvider() !== null;
  return offeredMethods({ hasAlcohol, dueVnd: bought.dueVnd, takesCards }).filter((method) =>
    maySwitch(bought, method),
  );
}
