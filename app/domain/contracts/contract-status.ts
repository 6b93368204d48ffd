import { DAY_MS, addDays, startOfDate, type LocalDate } from "~/platform/period";

/** A wholesale sale, from the buyer's question to the last delivery. */
export const CONTRACT_STATUSES = [
  "requested", // the buyer has asked for a price; waits for the household
  "offered", // the household has confirmed its terms; waits for the buyer
  "concluded", // both have confirmed the same text: it binds
  "fulfilled", // over: all packs were delivered
  "ended", // over: one of them said, after it was concluded, that it goes no further
  "declined", // over: the household said no, or took its offer back
  "withdrawn", // over: the buyer gave it up before it was concluded
  "lapsed", // over: nobody answered in time
] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

/** Who moves a contract; `clock` is a deadline that passed, `order` the delivery of its last packs. */
export const CONTRACT_MOVERS = ["buyer", "household", "clock", "order"] as const;
export type ContractMover = (typeof CONTRACT_MOVERS)[number];

type ContractMove = { from: ContractStatus; to: ContractStatus; by: readonly ContractMover[] };

/** The life of a contract: every move there is, and whose it is. */
const CONTRACT_MOVES: readonly ContractMove[] = [
  { from: "requested", to: "offered", by: ["household"] },
  { from: "requested", to: "declined", by: ["household"] },
  { from: "requested", to: "withdrawn", by: ["buyer"] },
  { from: "requested", to: "lapsed", by: ["clock"] },
  // Other terms before the buyer has answered: a new version, the one before binds nobody any more.
  { from: "offered", to: "offered", by: ["household"] },
  { from: "offered", to: "requested", by: ["buyer"] },
  { from: "offered", to: "concluded", by: ["buyer"] },
  { from: "offered", to: "declined", by: ["household"] },
  { from: "offered", to: "withdrawn", by: ["buyer"] },
  { from: "offered", to: "lapsed", by: ["clock"] },
  { from: "concluded", to: "fulfilled", by: ["order"] },
  { from: "concluded", to: "ended", by: ["household", "buyer", "clock"] },
];

export function mayMoveContract(
  from: ContractStatus,
  to: ContractStatus,
  by: ContractMover,
): boolean {
  return CONTRACT_MOVES.some(
    (move) => move.from === from && move.to === to && move.by.includes(by),
  );
}

/** A household that has not answered by then has not seen it, or does not want it. */
export const ANSWER_WITHIN_DAYS = 7;

/** What is on its way on the last day has so long to come; then the contract is over. */
const END_AFTER_DAYS = 30;

/**
 * When it goes on by itself, in epoch milliseconds; null when it does not. An offer stands to the end of its last day, a
 * contract in force until a month after its last day of delivery.
 */
export function contractClock(
  status: ContractStatus,
  {
    since,
    terms,
  }: { since: number; terms: { validUntil: LocalDate; deliverBy: LocalDate } | null },
): number | null {
  if (status === "requested") return since + ANSWER_WITHIN_DAYS * DAY_MS;
  if (terms === null) return null;
  if (status === "offered") return startOfDate(addDays(terms.validUntil, 1));
  return status === "concluded" ? startOfDate(addDays(terms.deliverBy, END_AFTER_DAYS + 1)) : null;
}

/** Where a contract goes when its time is up; null when nothing happens. */
export function lapseOfContract(status: ContractStatus): "lapsed" | "ended" | null {
  if (status === "requested" || status === "offered") return "lapsed";
  return status === "concluded" ? "ended" : null;
}

/** Whose turn it is; a concluded one waits for the household's next delivery. */
export const CONTRACT_TABS = ["waiting", "open", "over"] as const;
export type ContractTab = (typeof CONTRACT_TABS)[number];

/** The states of a tab of the household's list; the department's is the same, which only looks on. */
export const TAB_STATUSES: Record<ContractTab, readonly ContractStatus[]> = {
  waiting: ["requested", "concluded"],
  open: ["offered"],
  over: ["fulfilled", "ended", "declined", "withdrawn", "lapsed"],
};

export function readContractTab(text: string | null): ContractTab {
  return CONTRACT_TABS.find((tab) => tab === text) ?? "waiting";
}
