import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { communes } from "~db/schema/places";
import { communeShapes, mapChoices } from "~db/schema/places-maps";
import type { UserActor } from "~/domain/audit/actor";
import { codesOfShapes } from "~/domain/places/commune-shapes";
import { mapChoiceForm } from "~/domain/places/forms-maps";
import {
  findShapes,
  measureShapes,
  readMapChoice,
  readProvinceMap,
} from "~/domain/places/queries-maps.server";
import { testBoundaries, testFeatures } from "~/domain/places/test-boundaries";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { recordReads } from "~/platform/table-versions.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { chooseCommuneMap } from "./choose-commune-map.server";
import { insertTestShop, insertTestUser, TEST_SHOP } from "./test-shop";
import { uploadCommuneShapes } from "./upload-commune-shapes.server";

const { communeCode, secondCommuneCode, nearCommuneCode, elsewhereCommuneCode } = TEST_SHOP;
let close: () => void;
let officer: UserActor;

beforeAll(async () => {
  close = openTestDatabase();
  setClock(() => startOfDate("2026-11-29"));
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
});
afterAll(() => {
  setClock();
  close();
});

const upload = (codes: readonly string[], fileName = "ranh-gioi.geojson") =>
  uploadCommuneShapes(officer, { bytes: testBoundaries(testFeatures(codes)), fileName });
const idOf = async (codes: readonly string[]) => {
  const uploaded = await upload(codes);
  if (!uploaded.ok) throw new Error(uploaded.code);
  return uploaded.value.shapesId;
};
const noted = (action: string) => reader().$count(auditEntries, eq(auditEntries.action, action));

it("begins with squares, one for each commune of the province", async () => {
  expect(await readMapChoice()).toBe(null);
  const { communes, shapes } = await readProvinceMap();
  expect([communes.map(({ code }) => code), shapes]).toEqual([
    [secondCommuneCode, communeCode],
    null,
  ]);
});

it("keeps the province's boundaries of a file, once, and says what else was in it", async () => {
  const codes = [communeCode, nearCommuneCode, elsewhereCommuneCode, "99999", "Hồ"];
  const id = await idOf(codes);
  expect(await idOf(codes)).toBe(id);
  expect(await noted("commune_map.upload")).toBe(1);
  const kept = await findShapes(id);
  expect(kept).toMatchObject({
    fileName: "ranh-gioi.geojson",
    keptBy: "Lê Thị Duyệt",
    leftOut: { elsewhereCount: 2, unknownCount: 1, unknown: ["99999"], noCodeCount: 1 },
  });
  expect(kept?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(kept && codesOfShapes(kept.shapes)).toEqual([communeCode]);
  const measured = kept && (await measureShapes(kept.shapes));
  expect(measured).toMatchObject({ drawnCount: 1, missing: [{ code: secondCommuneCode }] });
  expect((await readProvinceMap()).shapes).toBe(null);
});

it("reads the same file anew when the communes' list has changed since, and knows it again after that", async () => {
  const codes = [communeCode, "00777"];
  const before = await idOf(codes);
  const [one] = await reader().select().from(communes).where(eq(communes.code, communeCode));
  await inTransaction((tx) =>
    tx.insert(communes).values({ ...present(one, "it is there"), code: "00777" }),
  );
  const after = await idOf(codes);
  expect(await idOf(codes)).toBe(after);
  const [old, now] = [await findShapes(before), await findShapes(after)];
  expect(old?.leftOut.unknown).toEqual(["00777"]);
  expect(now?.leftOut.unknown).toEqual([]);
  expect(now && codesOfShapes(now.shapes)).toEqual([communeCode, "00777"]);
  expect(now?.sha256).toBe(old?.sha256);
  await inTransaction((tx) => tx.delete(communes).where(eq(communes.code, "00777")));
});

it("is read for everybody from no table of people, whose sign-ups would drop the pages that are kept", async () => {
  const { snapshot } = await recordReads(() => readProvinceMap());
  expect([...snapshot.tables].toSorted()).toEqual(["commune_shapes", "communes", "map_choices"]);
});

it("refuses a file without a commune of the province, and keeps nothing of what it refuses", async () => {
  const before = await reader().$count(communeShapes);
  expect(await upload([elsewhereCommuneCode])).toMatchObject({ code: "map_file_elsewhere" });
  const nothing = await uploadCommuneShapes(officer, { bytes: null, fileName: "" });
  expect(nothing).toMatchObject({ code: "map_file_missing" });
  expect(await reader().$count(communeShapes)).toBe(before);
});

it("takes boundaries into use after a look, goes back to squares, and keeps each choice", async () => {
  const first = await idOf([communeCode]);
  const second = await idOf([communeCode, secondCommuneCode]);
  const choose = (shapesId: string | null, seen: number) =>
    chooseCommuneMap(officer, { shapesId, seen });
  expect(await choose(first, 0)).toEqual({ ok: true, value: null });
  expect(await choose(first, 0)).toEqual({ ok: true, value: null }); // the same form again
  expect(await choose(second, 0)).toMatchObject({ code: "map_changed_since" });
  expect(await readMapChoice()).toMatchObject({
    place: 1,
    chosenBy: "Lê Thị Duyệt",
    kept: { id: first },
  });
  expect(await choose(second, 1)).toMatchObject({ ok: true });
  expect(codesOfShapes((await readProvinceMap()).shapes as never)).toHaveLength(2);
  expect(await choose(null, 2)).toMatchObject({ ok: true });
  expect(await readProvinceMap()).toMatchObject({ shapes: null });
  expect(await choose("shp_khong-co", 3)).toMatchObject({ code: "map_not_found" });
  expect(await reader().$count(mapChoices)).toBe(3);
  expect(await noted("commune_map.choose")).toBe(3);
  await expect(inTransaction((tx) => tx.delete(mapChoices))).rejects.toThrow();
  await expect(inTransaction((tx) => tx.update(mapChoices).set({ place: 9 }))).rejects.toThrow();
  await expect(inTransaction((tx) => tx.delete(communeShapes))).rejects.toThrow();
  await expect(
    inTransaction((tx) => tx.update(communeShapes).set({ fileName: "khác" })),
  ).rejects.toThrow();
});

it("reads the form of a choice, and nothing else", () => {
  expect(mapChoiceForm.parse({ seen: "2" })).toEqual({ seen: 2 });
  expect(mapChoiceForm.safeParse({ seen: "-1" }).success).toBe(false);
  expect(mapChoiceForm.safeParse({}).success).toBe(false);
});
