import { stockReservations } from "../../schema/catalog";
import type { OrderStatus } from "../../../app/domain/orders/order-status";
import { unreachable } from "../../../app/platform/invariant";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";
import type { LivedOrder } from "./lived-order";

/** Packs that orders hold, by lot. */
export type HeldPacks = Map<string, number>;

/**
 * Writes which lot the lines of an order were taken from, for lots that are still sold from; the lots of earlier
 * orders are long gone and not part of the samples. Held packs are summed up in `held` and put into the lots at the
 * end.
 */
export function createReservationInsert({ connection, newId }: SampleWriter, held: HeldPacks) {
  const insert = prepareInsert(connection, stockReservations);

  return ({ draft, lineItemIds, status }: LivedOrder, placedAt: number): void => {
    const reservation = reservationOf(status);
    draft.lines.forEach(({ product, quantity }, index) => {
      const lot =
        product.lots.find((one) => one.createdAt <= placedAt) ??
        (reservation === "held" ? product.lots[0] : undefined);
      const lineItemId = lineItemIds[index];
      if (!lot || lineItemId === undefined) return;
      insert({
        id: newId("rsv", placedAt),
        lotId: lot.id,
        lineItemId,
        quantity,
        status: reservation,
        createdAt: placedAt,
      });
      if (reservation === "held") held.set(lot.id, (held.get(lot.id) ?? 0) + quantity);
    });
  };
}

function reservationOf(status: OrderStatus): "held" | "consumed" | "released" {
  switch (status) {
    case "awaiting_payment":
    case "placed":
    case "confirmed":
    case "packed":
      return "held";
    case "shipped":
    case "delivered":
    case "lost":
      return "consumed";
    case "cancelled":
    case "refused":
    case "expired":
      return "released";
    default:
      return unreachable(status);
  }
}

/** Held packs lie in the lot beside the free ones. */
export function putHeldPacks({ connection }: SampleWriter, held: HeldPacks): void {
  const update = connection.writer.prepare(
    "UPDATE lots SET on_hand_count = on_hand_count + ?, reserved_count = reserved_count + ? WHERE id = ?",
  );
  for (const [lotId, count] of held) update.run(count, count, lotId);
}
