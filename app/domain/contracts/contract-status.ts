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
  { from: "concluded", to: "ended", by: ["household", "buyer"] },
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

/** When it lapses by itself, in epoch milliseconds; null when it does not. An offer stands to the end of its last day. */
export function contractClock(
  status: ContractStatus,
  { since, validUntil }: { since: number; validUntil: LocalDate | null },
): number | null {
  if (status === "requested") return since + ANSWER_WITHIN_DAYS * DAY_MS;
  if (status === "offered" && validUntil !== null) return startOfDate(addDays(validUntil, 1));
  return null;
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
