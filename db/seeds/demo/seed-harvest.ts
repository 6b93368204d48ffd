import { harvestClock } from "../../../app/domain/preorders/harvest-status";
import { addDays } from "../../../app/platform/period";
import { harvests, preorderEvents, preorders } from "../../schema/preorders";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";
import type { SampleUser } from "./seed-users";

/** Who ordered ahead, and how much. */
const LIST = [
  { code: "DT-2M3M4M5", name: "Nguyễn Văn Mẫu Xuân", phone: "0900000711", packs: 6 },
  { code: "DT-3M4M5M6", name: "Trần Thị Mẫu Thu", phone: "0900000712", packs: 4 },
  { code: "DT-4M5M6M7", name: "Hoàng Văn Mẫu Hạ", phone: "0900000713", packs: 10 },
] as const;
const CAP = 60;

/** A list for the next harvest of the last product of the household that the demo signs in to; the buyer's account is on it. */
export function seedHarvest(
  writer: SampleWriter,
  desk: SeededHousehold,
  account: SampleUser,
): void {
  const { connection, day, newId } = writer;
  const product = connection.writer
    .prepare<[string], { id: string; priceVnd: number; lastLotAt: number }>(
      `SELECT id, price_vnd AS priceVnd, (SELECT max(created_at) FROM lots WHERE product_id = products.id) AS lastLotAt
       FROM products
       WHERE household_id = ? AND status = 'published' AND ocop_set NOT IN (14, 15, 26) ORDER BY id DESC LIMIT 1`,
    )
    .get(desk.id);
  if (!product) return;
  // What is there already is not of the next harvest.
  const openedAt = product.lastLotAt + 1;
  const harvestId = newId("hrv", openedAt);
  const harvestTo = addDays(day.today, 50);
  prepareInsert(
    connection,
    harvests,
  )({
    id: harvestId,
    productId: product.id,
    harvestFrom: addDays(day.today, 30),
    harvestTo,
    closesOn: addDays(day.today, 25),
    capCount: CAP,
    unitPriceVnd: product.priceVnd,
    status: "open",
    clockAt: harvestClock(harvestTo),
    openedAt,
    isSample: true,
  });
  const insertPreorder = prepareInsert(connection, preorders);
  const insertEvent = prepareInsert(connection, preorderEvents);
  LIST.forEach(({ code, name, phone, packs }, i) => {
    const placedAt = openedAt + i + 1;
    const id = newId("pre", placedAt);
    insertPreorder({
      id,
      code,
      submissionKey: `sample-preorder-${code}`,
      harvestId,
      buyerId: account.id,
      buyerName: name,
      buyerPhone: phone,
      communeCode: desk.communeCode,
      addressLine: "Số nhà mẫu",
      language: "vi",
      packCount: packs,
      status: "waiting",
      checkoutId: null,
      placedAt,
      isSample: true,
    });
    insertEvent({
      id: newId("pev", placedAt),
      preorderId: id,
      fromStatus: null,
      toStatus: "waiting",
      movedBy: "buyer",
      reason: "",
      actorId: account.id,
      occurredAt: placedAt,
    });
  });
}
