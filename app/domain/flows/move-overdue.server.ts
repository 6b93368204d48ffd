import { SYSTEM } from "~/domain/audit/actor";
import { lapseOfContract } from "~/domain/contracts/contract-status";
import { listOverdueContracts } from "~/domain/contracts/queries-records.server";
import { listOverdueOrders } from "~/domain/orders/queries-records.server";
import { listOverdueReturns, loadReturn } from "~/domain/returns/queries-records.server";
import { lapseOf } from "~/domain/returns/return-status";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { unlessItThrows } from "./unless-it-throws.server";
import { closeOrder } from "./close-order.server";
import { deliverOrder } from "./deliver-order.server";
import { moveContract } from "./move-contract.server";
import { moveLoaded } from "./move-return.server";

const BATCH_SIZE = 50;
const BY_CLOCK = { by: "clock" } as const;

/**
 * What happens by itself when a deadline has passed: an order that nobody confirmed or sent is called off, a parcel of which
 * nobody has said otherwise is received, a request that nobody answered goes to the department, one that nobody pursued
 * ends, a contract that nobody answered lapses. At most 50 of each a call, each in a transaction of its own; call again
 * while a batch is full.
 */
export async function moveOverdue(): Promise<Result<{ movedCount: number; isBatchFull: boolean }>> {
  const due = { atInstant: now(), limit: BATCH_SIZE };
  const orders = await listOverdueOrders(reader(), due);
  const returns = await listOverdueReturns(reader(), due);
  const contracts = await listOverdueContracts(reader(), due);
  let movedCount = 0;
  for (const { code, status } of orders) {
    const isMoved = await unlessItThrows("an overdue order", code, () =>
      status === "shipped"
        ? deliverOrder(SYSTEM, BY_CLOCK, { orderCode: code })
        : closeOrder(SYSTEM, BY_CLOCK, { orderCode: code, to: "cancelled", reason: "" }),
    );
    if (isMoved) movedCount += 1;
  }
  for (const code of returns) {
    if (await unlessItThrows("an overdue request", code, () => lapseReturn(code))) movedCount += 1;
  }
  for (const { code, status } of contracts) {
    const to = lapseOfContract(status);
    if (to === null) continue;
    const lapse = { actor: SYSTEM, mover: BY_CLOCK, code, to, note: "" };
    if (await unlessItThrows("an overdue contract", code, () => moveContract(lapse))) {
      movedCount += 1;
    }
  }
  const isBatchFull = [orders, returns, contracts].some((batch) => batch.length === BATCH_SIZE);
  return succeed({ movedCount, isBatchFull: isBatchFull && movedCount > 0 });
}

/** Looks again inside the transaction: somebody may have moved it since, and its time begun anew. */
async function lapseReturn(code: string): Promise<Result<null, "move_not_allowed">> {
  return inTransaction(async (tx) => {
    const request = await loadReturn(tx, code);
    const to = request && lapseOf(request.status);
    if (!request || !to || request.clockAt === null || request.clockAt > now()) {
      return fail("move_not_allowed");
    }
    return moveLoaded(tx, request, { actor: SYSTEM, mover: BY_CLOCK, to, note: "" });
  });
}
