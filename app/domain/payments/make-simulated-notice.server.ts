import { now, toDate } from "~/platform/clock.server";
import { randomBytes } from "~/platform/ids";
import { VIETNAM_OFFSET_MS } from "~/platform/period";
import { findBank } from "./banks";
import type { SimulatedNotice } from "./simulated-notice";

export type SimulatedLine = {
  direction: "in" | "out";
  /** Ours: where the money comes in or goes out. */
  bankBin: string;
  accountNumber: string;
  amountVnd: number;
  memo: string;
};

/** What the provider would post for a line of the simulator's account, under a new id. */
export function makeSimulatedNotice(line: SimulatedLine): SimulatedNotice {
  const id = randomWholeNumber();
  return {
    id,
    gateway: findBank(line.bankBin)?.shortName ?? line.bankBin,
    transactionDate: bankLocalTime(now()),
    accountNumber: line.accountNumber,
    code: null,
    // Banks put their own text around what the payer wrote.
    content: `MBVCB.${id}.${line.memo}.CT tu 0000000000 NGUOI MUA MAU`,
    transferType: line.direction,
    transferAmount: line.amountVnd,
    accumulated: 0,
    subAccount: null,
    referenceCode: `MAU${id}`,
    description: "",
  };
}

/** 1 to 2^48. */
function randomWholeNumber(): number {
  return randomBytes(6).reduce((number, byte) => number * 256 + byte, 0) + 1;
}

/** `YYYY-MM-DD HH:mm:ss` in Vietnam, without saying so, as banks write it. */
function bankLocalTime(instant: number): string {
  return toDate(instant + VIETNAM_OFFSET_MS)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ");
}
