import { DAY_MS } from "~/platform/period";

/** Something is wrong with what was bought, or it never came: one request, one thread until it ends. */
export const RETURN_STATUSES = [
  "requested", // waits for the household's answer
  "accepted", // the household takes the goods back; waits for the buyer to send them
  "returning", // on their way back; waits for the household to say that they came
  "declined", // the household said no; the buyer may call the department in
  "disputed", // the department decides
  "refunded", // over: the money is owed to the buyer
  "closed", // over, without money: withdrawn, let lapse, or decided so
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

export const OPEN_RETURN_STATUSES = [
  "requested",
  "accepted",
  "returning",
  "declined",
  "disputed",
] as const satisfies readonly ReturnStatus[];

/** Who moves a request; `clock` is a deadline that passed, `order` that its order ended otherwise, and the money with it. */
export const RETURN_MOVERS = ["buyer", "household", "department", "clock", "order"] as const;
export type ReturnMover = (typeof RETURN_MOVERS)[number];

type ReturnMove = { from: ReturnStatus; to: ReturnStatus; by: readonly ReturnMover[] };

/** The life of a request: every move there is, and whose it is. */
const RETURN_MOVES: readonly ReturnMove[] = [
  { from: "requested", to: "accepted", by: ["household"] },
  { from: "requested", to: "declined", by: ["household"] },
  { from: "requested", to: "refunded", by: ["household"] },
  { from: "requested", to: "closed", by: ["buyer", "order"] },
  // Silence is no answer: the buyer must not be left alone.
  { from: "requested", to: "disputed", by: ["clock"] },
  { from: "accepted", to: "returning", by: ["buyer"] },
  { from: "accepted", to: "refunded", by: ["household"] },
  { from: "accepted", to: "closed", by: ["buyer", "clock"] },
  { from: "returning", to: "refunded", by: ["household"] },
  // What came back is not what was sent, or nobody says that it came.
  { from: "returning", to: "disputed", by: ["household", "clock"] },
  { from: "declined", to: "refunded", by: ["household"] },
  { from: "declined", to: "disputed", by: ["buyer"] },
  { from: "declined", to: "closed", by: ["buyer", "clock", "order"] },
  { from: "disputed", to: "refunded", by: ["department", "household"] },
  { from: "disputed", to: "closed", by: ["department", "buyer", "order"] },
];

export function mayMoveReturn(from: ReturnStatus, to: ReturnStatus, by: ReturnMover): boolean {
  return RETURN_MOVES.some((move) => move.from === from && move.to === to && move.by.includes(by));
}

/** A household that has not answered by then leaves it to the department. */
export const ANSWER_WITHIN_DAYS = 3;
/** What the department promises; a dispute goes nowhere without its word. */
export const DECIDE_WITHIN_DAYS = 15;

/** How long a request may stand so, and where it goes by itself then; a dispute goes nowhere without a decision. */
const CLOCKS: Record<ReturnStatus, { days: number; to: ReturnStatus | null } | null> = {
  requested: { days: ANSWER_WITHIN_DAYS, to: "disputed" },
  accepted: { days: 14, to: "closed" },
  returning: { days: 10, to: "disputed" },
  declined: { days: 7, to: "closed" },
  disputed: { days: DECIDE_WITHIN_DAYS, to: null },
  refunded: null,
  closed: null,
};

/** Until when something has to happen, in epoch milliseconds; null when it is over. */
export function returnClock(status: ReturnStatus, since: number): number | null {
  const clock = CLOCKS[status];
  return clock && since + clock.days * DAY_MS;
}

/** Where the request goes when its time is up; null when it waits on. */
export function lapseOf(status: ReturnStatus): ReturnStatus | null {
  return CLOCKS[status]?.to ?? null;
}
