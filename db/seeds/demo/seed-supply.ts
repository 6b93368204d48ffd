import { addDays } from "../../../app/platform/period";
import { supplyDeclarations, supplyDemands } from "../../schema/supply";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

const NOTE = "Dữ liệu mẫu";
const ORANGES = { produceName: "Cam sành", produceKey: "cam sanh" };
const HARVESTS = [
  { ...ORANGES, quantityKg: 6_000, from: 5, days: 24 },
  { ...ORANGES, quantityKg: 2_500, from: 10, days: 14 },
  { produceName: "Gừng trâu", produceKey: "gung trau", quantityKg: 700, from: 12, days: 9 },
] as const;

/** Some households tell of harvests, of which a buyer wants a part; not the one that the demo signs in to. */
export function seedSupply(
  { connection, day, newId }: SampleWriter,
  given: { seeded: readonly SeededHousehold[]; desk: SeededHousehold; officerId: string },
): void {
  const { seeded, desk, officerId } = given;
  const at = momentOf(daysBefore(day, 2), 10);
  const spanOf = ({ from, days }: { from: number; days: number }) => {
    const fromOn = addDays(day.today, from);
    return { fromOn, toOn: addDays(fromOn, days) };
  };
  const tellers = seeded.filter(({ id, memberId }) => id !== desk.id && memberId !== null);
  const declare = prepareInsert(connection, supplyDeclarations);
  for (const [i, { from, days, ...harvest }] of HARVESTS.entries()) {
    const household = tellers[i];
    if (!household) continue;
    declare({
      id: newId("shd", at),
      householdId: household.id,
      ...harvest,
      ...spanOf({ from, days }),
      note: NOTE,
      declaredAt: at,
      declaredById: household.memberId ?? officerId,
      withdrawnAt: null,
    });
  }
  const demand = prepareInsert(connection, supplyDemands);
  demand({
    id: newId("sdm", at),
    buyerName: "Siêu thị Mẫu",
    contact: "",
    ...ORANGES,
    quantityKg: 3_000,
    ...spanOf({ from: 4, days: 20 }),
    note: NOTE,
    notedAt: at,
    notedById: officerId,
    closedAt: null,
  });
}
