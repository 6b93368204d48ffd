import { afterAll, beforeAll, expect, it } from "vitest";
import { insertTestHousehold, insertTestShop, insertTestUser } from "~/domain/flows/test-shop";
import { ALL_ROWS } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { declareSupply } from "./declare-supply.server";
import { openCase } from "./open-case.server";
import { countUnheldGluts } from "./queries.server";
import { weekOf } from "./supply-board";

let close: () => void;
const today = localDateOf(now());
const monday = addDays(weekOf(today), 7);
const days = { fromOn: monday, toOn: addDays(monday, 6) };

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
});
afterAll(() => close());

it("counts kinds of which too much may come, until an officer has taken them on", async () => {
  const householdId = await insertTestHousehold();
  const userId = await insertTestUser({ role: "department_officer" });
  const declare = async (produceName: string, quantityKg: number) => {
    const declaration = { declarationId: newId("shd"), produceName, quantityKg, note: "", ...days };
    const told = { householdId, declaredById: userId, declaration };
    await inTransaction((tx) => declareSupply(tx, ALL_ROWS, told));
  };
  expect(await countUnheldGluts(today)).toBe(0);
  await declare("Cam mẫu", 499);
  expect(await countUnheldGluts(today)).toBe(0);
  await declare("Cam mẫu", 1);
  await declare("Chè mẫu", 5_000);
  expect(await countUnheldGluts(today)).toBe(2);
  const opened = { produceName: "Cam mẫu", produceKey: "cam mau", ...days, overKg: 500 };
  await inTransaction((tx) => openCase(tx, { ...opened, handlerId: userId }));
  expect(await countUnheldGluts(today)).toBe(1);
  expect(await countUnheldGluts(addDays(today, -365))).toBe(0);
});
