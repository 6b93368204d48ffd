import { reader } from "~/platform/db.server";
import { sumOfKind } from "./queries-pots.server";
import type { CashOutside } from "./types";

/** What the ledger owes back to buyers, all together. */
export async function sumRefundsDue(): Promise<number> {
  return Math.abs(await sumOfKind(reader(), "refund_due"));
}

/** Cash that others took at the door and owe us. */
export async function sumCashOutside(): Promise<CashOutside> {
  return {
    couriersVnd: await sumOfKind(reader(), "courier"),
    householdsVnd: await sumOfKind(reader(), "household_cash"),
  };
}
