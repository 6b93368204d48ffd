import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { weekOf } from "~/domain/supply/supply-board";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import * as boardDoor from "./department.supply._index";
import * as closingDoor from "./department.supply.demands.$demandId.closing";
import * as demandDoor from "./department.supply.demands._index";
import * as withdrawalDoor from "./household.supply_.$declarationId.withdrawal";
import * as door from "./household.supply";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/household/supply";
const BOARD = "/department/supply";
const today = localDateOf(now());
const next = addDays(weekOf(today), 7);
const harvest = (changes: Record<string, string> = {}) => ({
  declarationId: newId("shd") as string,
  produceName: "Cam sành",
  quantityKg: "1.200 kg",
  fromOn: next,
  toOn: addDays(next, 6),
  note: "",
  ...changes,
});
const declare = (form: Record<string, string>, cookie = mine.cookie, path = PATH) =>
  outcomeOf(door.action(args(path, { form, cookie })));
const withdraw = (declarationId: string, cookie = mine.cookie) => {
  const asked = args(`${PATH}/${declarationId}/withdrawal`, { form: {}, cookie });
  return outcomeOf(withdrawalDoor.action({ ...asked, params: { declarationId } }));
};
const officer = async () => cookieFor(await insertTestUser({ role: "department_officer" }));
const boardOf = async (produce: string) => {
  const { produce: all } = await boardDoor.loader(args(BOARD, { cookie: await officer() }));
  return all.find(({ key }) => key === produce);
};
const demand = (changes: Record<string, string> = {}) => ({
  ...harvest(changes),
  demandId: newId("sdm") as string,
  buyerName: "Siêu thị mẫu",
  contact: "chị Hoa",
  ...changes,
});

it("takes a harvest once, sets it against demand under whatever spelling, and lets it be taken back", async () => {
  const form = harvest();
  const done = { status: 303, location: `${PATH}?done=declared` };
  expect(await declare(form)).toEqual(done);
  expect(await declare(form)).toEqual(done);
  expect(
    await declare(harvest({ produceName: "cam SANH", quantityKg: "300" }), theirs.cookie),
  ).toEqual(done);
  expect(await boardOf("cam sanh")).toMatchObject({
    weeks: [
      {},
      { declaredKg: 1_500, demandedKg: 0, overKg: 1_500, isGlut: true },
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  });

  const cookie = await officer();
  const wanted = demand({ produceName: "Cam  sành", quantityKg: "1100" });
  for (let times = 0; times < 2; times += 1) {
    const noted = demandDoor.action(args(`${BOARD}/demands`, { form: wanted, cookie }));
    expect(await outcomeOf(noted)).toEqual({
      status: 303,
      location: `${BOARD}/demands?done=noted`,
    });
  }
  expect(await reader().$count(supplyDemands)).toBe(1);
  expect((await boardOf("cam sanh"))?.weeks[1]).toMatchObject({ overKg: 400, isGlut: false });

  const closing = args(`${BOARD}/demands/x/closing`, { form: {}, cookie });
  const params = { demandId: wanted.demandId };
  expect(await outcomeOf(closingDoor.action({ ...closing, params }))).toMatchObject({
    status: 303,
  });
  expect((await boardOf("cam sanh"))?.weeks[1]).toMatchObject({ demandedKg: 0, isGlut: true });

  expect(await withdraw(form.declarationId)).toEqual({
    status: 303,
    location: `${PATH}?done=withdrawn`,
  });
  expect(await withdraw(form.declarationId)).toMatchObject({ status: 303 });
  expect((await boardOf("cam sanh"))?.weeks[1]).toMatchObject({ declaredKg: 300 });
  const acts = await reader()
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, form.declarationId));
  expect(acts.map(({ action }) => action)).toEqual(["supply.declare", "supply.withdraw"]);
});

it("counts harvests of households that may sell, and of no others", async () => {
  await declare(harvest({ produceName: "Lê vàng" }));
  expect((await boardOf("le vang"))?.communes).toHaveLength(1);
  const setStatus = (status: "suspended" | "approved") =>
    inTransaction(async (tx) => {
      await tx.update(households).set({ status }).where(eq(households.id, mine.householdId));
    });
  await setStatus("suspended");
  expect(await boardOf("le vang")).toBeUndefined();
  await setStatus("approved");
});

it.each([
  [{ produceName: "" }, "produceName", "produce_missing"],
  [{ produceName: "a" }, "produceName", "produce_short"],
  [{ produceName: "a".repeat(61) }, "produceName", "produce_long"],
  [{ quantityKg: "" }, "quantityKg", "quantity_kg_missing"],
  [{ quantityKg: "0" }, "quantityKg", "quantity_kg_invalid"],
  [{ quantityKg: "1,500 tấn" }, "quantityKg", "quantity_kg_invalid"],
  [{ quantityKg: "1500 tấn" }, "quantityKg", "quantity_kg_invalid"],
  [{ quantityKg: "1000001" }, "quantityKg", "quantity_kg_invalid"],
  [{ fromOn: "" }, "fromOn", "supply_from_missing"],
  [{ toOn: "x" }, "toOn", "date_invalid"],
  [{ toOn: addDays(next, -1) }, "toOn", "supply_ends_before"],
  [{ fromOn: addDays(today, -9), toOn: addDays(today, -1) }, "toOn", "supply_over"],
  [{ toOn: addDays(next, 181) }, "toOn", "supply_too_long"],
  [{ fromOn: addDays(today, 401), toOn: addDays(today, 402) }, "fromOn", "supply_too_far"],
  [{ note: "a".repeat(201) }, "note", "supply_note_long"],
  [{ declarationId: "shd_1" }, "declarationId", "form_outdated"],
])("refuses %j at its field", async (changes, field, code) => {
  const before = await reader().$count(supplyDeclarations);
  const answer = await door.action(args(PATH, { form: harvest(changes), cookie: mine.cookie }));
  expect(answer).toMatchObject({ data: { submission: { error: { [field]: [code] } } } });
  expect(await reader().$count(supplyDeclarations)).toBe(before);
});

it("asks again of very much in one week, and takes what is said twice", async () => {
  const asked = async (form: Record<string, string>, cookie = theirs.cookie) =>
    door.action(args(PATH, { form, cookie }));
  const much = harvest({ produceName: "Bưởi mẫu", quantityKg: "99.999", toOn: addDays(next, 1) });
  const doubted = {
    init: { status: 409 },
    data: { submission: { error: { quantityKg: ["supply_much?kg=99999"] } } },
  };
  expect(await asked(much)).toMatchObject(doubted);
  // A yes to another quantity is none.
  expect(await asked({ ...much, confirmedKg: "9.999" })).toMatchObject(doubted);
  expect(await boardOf("buoi mau")).toBeUndefined();
  const done = { status: 303, location: `${PATH}?done=declared` };
  expect(await declare({ ...much, confirmedKg: "99.999" }, theirs.cookie)).toEqual(done);
  expect(await declare(much, theirs.cookie)).toEqual(done); // sent twice, it is there
  const over = { declaredKg: 99_999, overKg: 99_999 };
  expect((await boardOf("buoi mau"))?.weeks[1]).toMatchObject(over);

  // Two trucks are not much, and what was told of the kind before counts along, week by week.
  const half = { produceName: "Lê mẫu", quantityKg: "10.000" };
  expect(await declare(harvest(half), theirs.cookie)).toEqual(done);
  const more = harvest({ ...half, quantityKg: "1", note: "thêm" });
  expect(await asked(more)).toMatchObject({
    data: { submission: { error: { quantityKg: ["supply_much?kg=10001"] } } },
  });
  const later = { fromOn: addDays(next, 7), toOn: addDays(next, 20), quantityKg: "20.000" };
  expect(await declare(harvest({ ...half, ...later }), theirs.cookie)).toEqual(done);
  expect(await declare(harvest({ ...half, quantityKg: "1" }))).toEqual(done); // another household's
});

it("is each household's own, and the board the department's", async () => {
  const own = harvest();
  await declare(own);
  expect(await declare(own, theirs.cookie)).toMatchObject({ status: 404 });
  expect(await declare(harvest(), mine.cookie, `${PATH}?household=cua-ho`)).toMatchObject({
    status: 404,
  });
  expect(await withdraw(own.declarationId, theirs.cookie)).toMatchObject({ status: 404 });
  expect(await withdraw(newId("shd"))).toMatchObject({ status: 404 });
  const { declarations } = await door.loader(args(PATH, { cookie: theirs.cookie }));
  expect(declarations.map(({ id }) => id)).not.toContain(own.declarationId);
  const asHousehold = boardDoor.loader(args(BOARD, { cookie: mine.cookie }));
  expect(await outcomeOf(asHousehold)).toMatchObject({ status: 403 });
});
