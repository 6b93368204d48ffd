import { HOUR_MS } from "../../../app/platform/period";
import { lotEvents } from "../../schema/catalog";
import { recallContacts } from "../../schema/orders";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

type Candidate = { lotId: string; productId: string; householdId: string; lastAt: number };

const REASON = "Mẫu: một số gói đóng chưa kín, hàng có thể hỏng sớm.";
const INSTRUCTION =
  "Xin đừng dùng nữa và giữ lại gói hàng. Gọi nơi bán để được đổi gói khác hoặc trả lại tiền.";
const CALLED_MAX = 3;

/**
 * One lot with buyers is recalled by its household, a few of them told already: of the household that the demo signs
 * in to if it can be, and of a product that has another lot, so that it stays on sale. None without orders.
 */
export function seedRecall(writer: SampleWriter, desk: SeededHousehold): void {
  const { connection, day, newId } = writer;
  const lot = findCandidate(writer, desk);
  if (!lot) return;
  // In the afternoon of the last day, or right after the last order that took packs of it.
  const recalledAt = Math.max(lot.lastAt + 60_000, day.endsAt - 7 * HOUR_MS);
  const run = (sql: string, ...values: (string | number)[]) =>
    connection.writer.prepare(sql).run(...values);
  run(
    `UPDATE products SET available_count = available_count -
       (SELECT on_hand_count - reserved_count FROM lots WHERE id = ?) WHERE id = ?`,
    lot.lotId,
    lot.productId,
  );
  run("UPDATE lots SET recalled_at = ? WHERE id = ?", recalledAt, lot.lotId);
  const recallId = newId("lev", recalledAt);
  const actorId = lot.householdId === desk.id ? desk.memberId : null;
  prepareInsert(
    connection,
    lotEvents,
  )({
    id: recallId,
    lotId: lot.lotId,
    kind: "recalled",
    reason: REASON,
    instruction: INSTRUCTION,
    actorId,
    actorKind: "household_member",
    occurredAt: recalledAt,
  });
  noteCalls(writer, { lotId: lot.lotId, recallId, recalledAt, actorId });
}

function findCandidate({ connection }: SampleWriter, desk: SeededHousehold): Candidate | undefined {
  return connection.writer
    .prepare<[string], Candidate>(
      `SELECT l.id AS lotId, l.product_id AS productId, p.household_id AS householdId,
         max(r.created_at) AS lastAt
       FROM lots l
         JOIN products p ON p.id = l.product_id
         JOIN stock_reservations r ON r.lot_id = l.id AND r.status <> 'released'
       WHERE EXISTS (SELECT 1 FROM lots other WHERE other.product_id = l.product_id
         AND other.id <> l.id AND other.on_hand_count > other.reserved_count)
       GROUP BY l.id
       ORDER BY p.household_id = ? DESC, count(*) DESC, l.id
       LIMIT 1`,
    )
    .get(desk.id);
}

type Calls = { lotId: string; recallId: string; recalledAt: number; actorId: string | null };

function noteCalls({ connection, day, newId }: SampleWriter, calls: Calls): void {
  const { lotId, recallId, recalledAt, actorId } = calls;
  const orderIds = connection.writer
    .prepare<[string, number], string>(
      `SELECT DISTINCT o.id FROM stock_reservations r
         JOIN line_items i ON i.id = r.line_item_id
         JOIN orders o ON o.id = i.order_id
       WHERE r.lot_id = ? AND r.status = 'consumed' AND o.status IN ('shipped', 'delivered')
       ORDER BY o.id LIMIT ?`,
    )
    .pluck()
    .all(lotId, CALLED_MAX);
  const insert = prepareInsert(connection, recallContacts);
  const step = Math.floor((day.endsAt - recalledAt) / (CALLED_MAX + 4));
  orderIds.forEach((orderId, index) => {
    const occurredAt = recalledAt + (index + 1) * step;
    const isReached = index !== 1;
    insert({
      id: newId("rct", occurredAt),
      recallId,
      orderId,
      actorId,
      occurredAt,
      outcome: isReached ? "told" : "no_answer",
      note: isReached ? "Mẫu: khách sẽ gửi lại gói hàng." : "",
    });
  });
}
