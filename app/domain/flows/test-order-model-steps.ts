import fc from "fast-check";
import type { ReturnStatus } from "~/domain/returns/return-status";

/** Test support of the model: what may happen in the lives of orders. */
const ORDER_KINDS = [
  "confirm",
  "pack",
  "ship",
  "bring",
  "deliver",
  "receive",
  "cancel",
  "call off",
  "refuse",
  "lose",
] as const;
const REQUEST_KINDS = [
  "accept",
  "decline",
  "send back",
  "contest",
  "dispute",
  "withdraw",
  "reject",
  "refund",
  "decide",
] as const;
const KINDS = [
  "place",
  "place cash",
  "sell",
  "sell cash",
  "pay",
  "pay short",
  "pay over",
  "give up",
  "wait",
  "ask",
  "give back",
  ...ORDER_KINDS,
  ...REQUEST_KINDS,
] as const;
export type Kind = (typeof KINDS)[number];
export type OrderKind = (typeof ORDER_KINDS)[number];
export type RequestKind = (typeof REQUEST_KINDS)[number];
export type Step = { kind: Kind; pick: number; amount: number };

// What carries an order on comes more often than what ends it, or few would come far.
const OFTEN = ["sell", "sell", "sell cash", "ask", "give back", "pay", "ship", "wait"] as const;
export const STEPS = fc.array(
  fc.noBias(
    fc.record<Step>({
      kind: fc.constantFrom<Kind>(...KINDS, ...REQUEST_KINDS, ...OFTEN, ...OFTEN),
      pick: fc.nat(10_000),
      amount: fc.integer({ min: 1, max: 300_000 }),
    }),
  ),
  { minLength: 12, maxLength: 40 },
);

/** One wait calls off two orders of a cash purchase, of which the second has been overdue for longer: a life found by chance. */
export const CALLED_OFF_TOGETHER: Step[] = [
  { kind: "place cash", pick: 2714, amount: 5776 },
  { kind: "confirm", pick: 0, amount: 1 },
  { kind: "wait", pick: 10, amount: 1 },
];

/** A household that owes for goods it took cash for sells again, and a carrier has that cash: nothing is set off yet. */
export const OWES_AND_SELLS_BY_CARRIER: Step[] = [
  { kind: "sell cash", pick: 2272, amount: 40677 },
  { kind: "give back", pick: 0, amount: 5408 },
  { kind: "refund", pick: 0, amount: 1 },
  { kind: "sell cash", pick: 670, amount: 1 },
];

export const ORDER_STEPS = {
  confirm: { from: "placed", to: "confirmed", by: "household" },
  pack: { from: "confirmed", to: "packed", by: "household" },
  ship: { from: "confirmed", to: "shipped", by: "household" },
  bring: { from: "packed", to: "shipped", by: "household" },
  deliver: { from: "shipped", to: "delivered", by: "household" },
  receive: { from: "shipped", to: "delivered", by: "buyer" },
  cancel: { from: "packed", to: "cancelled", by: "household" },
  "call off": { from: "confirmed", to: "cancelled", by: "buyer" },
  refuse: { from: "shipped", to: "refused", by: "household" },
  lose: { from: "shipped", to: "lost", by: "household" },
} as const;
export const REQUEST_STEPS: Record<
  RequestKind,
  { from: string; to: ReturnStatus; by: "buyer" | "household" | "department" }
> = {
  accept: { from: "requested", to: "accepted", by: "household" },
  decline: { from: "requested", to: "declined", by: "household" },
  "send back": { from: "accepted", to: "returning", by: "buyer" },
  contest: { from: "returning", to: "disputed", by: "household" },
  dispute: { from: "declined", to: "disputed", by: "buyer" },
  withdraw: { from: "requested accepted", to: "closed", by: "buyer" },
  reject: { from: "disputed", to: "closed", by: "department" },
  refund: { from: "requested returning", to: "refunded", by: "household" },
  decide: { from: "disputed", to: "refunded", by: "department" },
};
export const isOrderKind = (kind: Kind): kind is OrderKind =>
  (ORDER_KINDS as readonly string[]).includes(kind);

export const isRequestKind = (kind: Kind): kind is RequestKind =>
  (REQUEST_KINDS as readonly string[]).includes(kind);
