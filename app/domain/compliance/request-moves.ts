import type { Clocks } from "./clocks";
import type { RequestStepForm } from "./forms";

export type RequestMove = RequestStepForm["intent"];

export type MoveRefusal =
  | "request_answered"
  | "request_not_answered"
  | "request_acknowledged"
  | "request_no_acknowledgement";

/**
 * Why a move is not allowed as a request stands, or null. An answer counts as the acknowledgement, and only kinds that
 * have a term for it are acknowledged apart. Words may always be added.
 */
export function refusalOf(move: RequestMove, of: Clocks): MoveRefusal | null {
  if (move === "note") return null;
  if (move === "reopen") return of.answeredAt === null ? "request_not_answered" : null;
  if (of.answeredAt !== null) return "request_answered";
  if (move !== "acknowledge") return null;
  if (of.acknowledgeBy === null) return "request_no_acknowledgement";
  return of.acknowledgedAt === null ? null : "request_acknowledged";
}
