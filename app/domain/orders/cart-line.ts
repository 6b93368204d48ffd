import type { OrderedQuantity } from "./order-totals";

/** A line of a cart, which is not stored here: its owner's browser keeps it. */
export type CartLine = OrderedQuantity & {
  /** What a pack cost when this buyer last saw it; absent in carts that are older than this. */
  seenVnd?: number | undefined;
};
