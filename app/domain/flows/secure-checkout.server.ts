import { holdPacks, type LotsOfHarvest } from "~/domain/catalog/hold-packs.server";
import type { CreatedCheckout } from "~/domain/orders/create-checkout.server";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { openPayment } from "~/domain/payments/open-payment.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * Holds the packs of a checkout that was just created, and opens its payment. `not_enough_stock` says
 * `{productName, availableCount}`.
 */
export async function secureCheckout(
  tx: Transaction,
  checkout: CreatedCheckout,
  {
    method,
    nameOf,
    from,
  }: {
    method: PaymentMethod;
    nameOf: (productId: string) => string;
    /** Packs come only from these lots; from all of the product without. */
    from?: LotsOfHarvest;
  },
): Promise<Result<null, "not_enough_stock">> {
  const lines = checkout.orders.flatMap(({ arrivesBy, lineItems }) =>
    lineItems.map((line) => ({ ...line, arrivesBy })),
  );
  for (const { id, productId, quantity, arrivesBy } of lines) {
    const held = await holdPacks(tx, {
      lineItemId: id,
      productId,
      quantity,
      ...(from ? { from } : {}),
      ...(arrivesBy ? { lastsBeyond: arrivesBy } : {}),
    });
    if (!held.ok) return fail(held.code, { productName: nameOf(productId), ...held.detail });
  }
  await openPayment(tx, {
    checkoutId: checkout.id,
    reference: checkout.code,
    method,
    dueVnd: checkout.dueVnd,
  });
  return succeed(null);
}
