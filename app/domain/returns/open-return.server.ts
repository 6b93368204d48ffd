import { returnEvents, returnLines, returnRequests } from "~db/schema/returns";
import type { OrderRecord } from "~/domain/orders/types";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import {
  countReturns,
  countsGivenBack,
  hasOpenReturn,
  listDecidedLines,
} from "./queries-records.server";
import { openReasons, type ReturnReason } from "./return-reasons";
import { returnClock } from "./return-status";

export type NewReturn = {
  order: OrderRecord;
  reason: ReturnReason;
  note: string;
  /** Packs by line; lines with 0 may be left out. */
  lines: readonly { lineItemId: string; packCount: number }[];
  actorId: string | null;
};
export type OpenReturnCode =
  | "return_too_late"
  | "return_open"
  | "return_decided"
  | "return_limit"
  | "return_empty"
  | "return_count_invalid";
export type OpenedReturn = { id: string; code: string };

/** More has another cause than goods: the department is called by telephone. */
const REQUESTS_MAX = 5;

/**
 * A buyer asks to give back packs of an order. One request at a time and five in all; what was given back before cannot
 * be again (`return_count_invalid` says `{leftCount}`), nor what the department has decided on. What was not received is
 * all that is left of the order, whatever lines say.
 */
export async function openReturn(
  tx: Transaction,
  { order, reason, note, lines, actorId }: NewReturn,
): Promise<Result<OpenedReturn, OpenReturnCode>> {
  if (!openReasons(order, now()).includes(reason)) return fail("return_too_late");
  if (await hasOpenReturn(tx, order.id)) return fail("return_open");
  const before = await countsGivenBack(tx, order.id);
  const asked: { lineItemId: string; askedCount: number }[] = [];
  for (const { id, quantity } of order.lineItems) {
    const leftCount = quantity - (before.get(id) ?? 0);
    const line = lines.find((one) => one.lineItemId === id);
    const askedCount = reason === "not_received" ? leftCount : (line?.packCount ?? 0);
    const isCount = Number.isSafeInteger(askedCount) && askedCount >= 0 && askedCount <= leftCount;
    if (!isCount) return fail("return_count_invalid", { leftCount });
    if (askedCount > 0) asked.push({ lineItemId: id, askedCount });
  }
  if (asked.length === 0) return fail("return_empty");
  if ((await countReturns(tx, order.id)) >= REQUESTS_MAX) return fail("return_limit");
  const decided = await listDecidedLines(tx, { orderId: order.id, reason });
  if (asked.some((line) => decided.includes(line.lineItemId))) return fail("return_decided");
  return succeed(await insertRequest(tx, { order, reason, note, asked, actorId }));
}

async function insertRequest(
  tx: Transaction,
  request: Omit<NewReturn, "lines"> & { asked: { lineItemId: string; askedCount: number }[] },
): Promise<OpenedReturn> {
  const { order, reason, note, asked, actorId } = request;
  const id = newId("ret");
  const code = `${order.code}-T${(await countReturns(tx, order.id)) + 1}`;
  const openedAt = now();
  const status = "requested";
  await tx.insert(returnRequests).values({
    id,
    code,
    orderId: order.id,
    status,
    reason,
    note,
    openedAt,
    clockAt: returnClock(status, openedAt),
  });
  await tx
    .insert(returnLines)
    .values(asked.map((line) => ({ id: newId("rtl"), returnRequestId: id, ...line })));
  await tx.insert(returnEvents).values({
    id: newId("rte"),
    returnRequestId: id,
    fromStatus: null,
    toStatus: status,
    movedBy: "buyer",
    note,
    actorId,
    occurredAt: openedAt,
  });
  return { id, code };
}
