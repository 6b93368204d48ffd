import type { ReturnReason } from "../../../app/domain/returns/return-reasons";
import {
  returnClock,
  type ReturnMover,
  type ReturnStatus,
} from "../../../app/domain/returns/return-status";
import { DAY_MS, HOUR_MS } from "../../../app/platform/period";
import { returnEvents, returnLines, returnRequests } from "../../schema/returns";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

type Move = { to: ReturnStatus; by: ReturnMover; note: string };
type Story = { reason: ReturnReason; moves: [Move, ...Move[]] };

const ask = (note: string): Move => ({ to: "requested", by: "buyer", note: `Mẫu: ${note}` });

/** Three that are not over and one that is: what each desk has to do is there to be tried out. */
const STORIES: readonly Story[] = [
  { reason: "damaged", moves: [ask("một gói bị rách khi mở thùng.")] },
  {
    reason: "not_as_described",
    moves: [
      ask("hàng nhạt mùi hơn lời giới thiệu."),
      { to: "declined", by: "household", note: "Mẫu: hàng vụ này vẫn như mọi năm." },
      { to: "disputed", by: "buyer", note: "Mẫu: xin Sở xem giúp." },
    ],
  },
  {
    reason: "wrong_goods",
    moves: [
      ask("giao nhầm loại."),
      { to: "accepted", by: "household", note: "Mẫu: xin lỗi, anh chị gửi lại giúp." },
    ],
  },
  {
    reason: "changed_mind",
    moves: [
      ask("mua thừa."),
      { to: "declined", by: "household", note: "Mẫu: hàng thực phẩm đã giao, xin không nhận lại." },
      { to: "closed", by: "buyer", note: "" },
    ],
  },
];

const NOTHING_BACK = { refundVnd: 0, commissionVnd: 0, vatVnd: 0, pitVnd: 0 };

type Delivered = { orderId: string; code: string; lineItemId: string; deliveredAt: number };

/** Requests about the newest delivered orders of the household that the demo signs in to; none without orders. */
export function seedReturns(writer: SampleWriter, desk: SeededHousehold): void {
  const { connection, day } = writer;
  const orders = connection.writer
    .prepare<[string, number, number], Delivered>(
      `SELECT o.id AS orderId, o.code, min(l.id) AS lineItemId, o.delivered_at AS deliveredAt
       FROM orders o JOIN line_items l ON l.order_id = o.id
       WHERE o.household_id = ? AND o.delivered_at > ?
       GROUP BY o.id ORDER BY o.delivered_at DESC LIMIT ?`,
    )
    .all(desk.id, day.endsAt - 7 * DAY_MS, STORIES.length);
  const insert = createReturnInsert(writer, desk);
  orders.forEach((order, i) => {
    const story = STORIES[i];
    if (story) insert(order, story);
  });
}

function createReturnInsert({ connection, newId, day }: SampleWriter, desk: SeededHousehold) {
  const insertRequest = prepareInsert(connection, returnRequests);
  const insertLine = prepareInsert(connection, returnLines);
  const insertEvent = prepareInsert(connection, returnEvents);
  return (order: Delivered, { reason, moves }: Story) => {
    // Spread over what is left of the days before today.
    const step = Math.min(6 * HOUR_MS, (day.endsAt - order.deliveredAt) / (moves.length + 1));
    const atOf = (index: number) => Math.floor(order.deliveredAt + (index + 1) * step);
    const last = moves.at(-1) ?? moves[0];
    const openedAt = atOf(0);
    const id = newId("ret", openedAt);
    insertRequest({
      id,
      code: `${order.code}-T1`,
      orderId: order.orderId,
      status: last.to,
      reason,
      note: moves[0].note,
      openedAt,
      clockAt: returnClock(last.to, atOf(moves.length - 1)),
      ...NOTHING_BACK,
      shippingVnd: 0,
      voucherVnd: 0,
      isRestocked: false,
      refundedOn: null,
      isSample: true,
    });
    insertLine({
      id: newId("rtl", openedAt),
      returnRequestId: id,
      lineItemId: order.lineItemId,
      askedCount: 1,
      refundedCount: 0,
      ...NOTHING_BACK,
    });
    moves.forEach(({ to, by, note }, i) => {
      insertEvent({
        id: newId("rte", atOf(i)),
        returnRequestId: id,
        fromStatus: moves[i - 1]?.to ?? null,
        toStatus: to,
        movedBy: by,
        note,
        actorId: by === "household" ? desk.memberId : null,
        occurredAt: atOf(i),
      });
    });
  };
}
