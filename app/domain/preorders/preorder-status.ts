/** A buyer's place on the list of a harvest. */
export const PREORDER_STATUSES = [
  "waiting", // for the harvest, in the order in which they came
  "served", // its packs are held: an order is there, to be paid within two days
  "withdrawn", // the buyer gave its place up
  "removed", // the household struck it, with a reason that the buyer reads
  "missed", // the harvest was over before its turn came
] as const;
export type PreorderStatus = (typeof PREORDER_STATUSES)[number];

export const PREORDER_MOVERS = ["buyer", "household", "clock"] as const;
export type PreorderMover = (typeof PREORDER_MOVERS)[number];

const PREORDER_MOVES: readonly {
  from: PreorderStatus;
  to: PreorderStatus;
  by: readonly PreorderMover[];
}[] = [
  // The household's new lot, or packs that came free.
  { from: "waiting", to: "served", by: ["household", "clock"] },
  { from: "waiting", to: "withdrawn", by: ["buyer"] },
  { from: "waiting", to: "removed", by: ["household"] },
  { from: "waiting", to: "missed", by: ["household", "clock"] },
];

export function mayMovePreorder(
  from: PreorderStatus,
  to: PreorderStatus,
  by: PreorderMover,
): boolean {
  return PREORDER_MOVES.some(
    (move) => move.from === from && move.to === to && move.by.includes(by),
  );
}

/** The list is told by a message or by looking; two days leave time for both. */
export const PAY_WITHIN_DAYS = 2;
