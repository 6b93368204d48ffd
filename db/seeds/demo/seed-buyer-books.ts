import { startOfDate } from "../../../app/platform/period";
import { addresses, wishes } from "../../schema/buyers";
import { prepareInsert } from "../insert-rows";
import { daysBefore } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SoldProduct } from "./seed-products";
import type { SampleUser } from "./seed-users";

const WISH_COUNT = 6;

type Place = { code: string; name: string; provinceCode: string; provinceName: string };

/** The sample account's two addresses, in the province and in Hà Nội, and a few products that it has saved. */
export function seedBuyerBooks(
  writer: SampleWriter,
  buyer: SampleUser,
  sold: readonly SoldProduct[],
): void {
  const { connection, day, newId, provinceCode } = writer;
  const insertAddress = prepareInsert(connection, addresses);
  const insertWish = prepareInsert(connection, wishes);
  const at = startOfDate(daysBefore(day, 40));
  const firstCommune = connection.writer.prepare<[string], Place>(
    `SELECT c.code, c.name, p.code AS provinceCode, p.name AS provinceName
     FROM communes c JOIN provinces p ON p.code = c.province_code
     WHERE p.code = ? ORDER BY c.code LIMIT 1`,
  );
  [
    { place: firstCommune.get(provinceCode), addressLine: "Tổ 3, nhà mẫu số 12" },
    { place: firstCommune.get("01"), addressLine: "Số 5 ngõ Mẫu" },
  ].forEach(({ place, addressLine }, i) => {
    if (!place) return;
    insertAddress({
      id: newId("adr", at + i),
      userId: buyer.id,
      fullName: buyer.fullName,
      phone: buyer.phone,
      provinceCode: place.provinceCode,
      communeCode: place.code,
      placeName: `${place.name}, ${place.provinceName}`,
      addressLine,
      chosenAt: i === 0 ? at : 0,
    });
  });
  sold.slice(0, WISH_COUNT).forEach(({ id: productId }, i) => {
    insertWish({ userId: buyer.id, productId, wishedAt: at + i * 3_600_000 });
  });
}
