import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { salesTargets } from "~db/schema/statistics-targets";
import type { UserActor } from "~/domain/audit/actor";
import { targetFields, targetsForm } from "~/domain/statistics/forms-targets";
import {
  chooseTargetYear,
  findTargetPlace,
  listTargets,
  listTargetVintages,
  readShareTargets,
} from "~/domain/statistics/queries-targets.server";
import type { TargetEntry } from "~/domain/statistics/types-targets";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { setTargets } from "./set-targets.server";
import { insertTestShop, insertTestUser, TEST_SHOP } from "./test-shop";

const { communeCode, secondCommuneCode, elsewhereCommuneCode } = TEST_SHOP;
const PAPER = "Quyết định 125/QĐ-UBND ngày 15/01/2026";
let close: () => void;
let officer: UserActor;

beforeAll(async () => {
  close = openTestDatabase();
  setClock(() => startOfDate("2026-11-22"));
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
});
afterAll(() => {
  setClock();
  close();
});

const set = (entries: TargetEntry[], source = PAPER, year = "2026") =>
  setTargets(officer, { year, entries, source });
const sales = (value: number | null, code: string = communeCode): TargetEntry => ({
  communeCode: code,
  kind: "sales_goods_vnd",
  value,
});
const standing = async (year = "2026") =>
  (await listTargets(year)).map(({ communeCode: code, kind, value }) => [code, kind, value]);

it("keeps every vintage of a target, the newest of which stands, with who set it and why", async () => {
  expect(await set([sales(90_000_000)])).toEqual({ ok: true, value: { count: 1 } });
  expect(await set([sales(120_000_000)], "Quyết định 300/QĐ-UBND")).toMatchObject({ ok: true });
  expect(await standing()).toEqual([[communeCode, "sales_goods_vnd", 120_000_000]]);
  const kept = (await listTargetVintages("2026", communeCode)).map(
    ({ vintage, value, source, setBy }) => [vintage, value, source, setBy],
  );
  expect(kept).toEqual([
    [2, 120_000_000, "Quyết định 300/QĐ-UBND", "Lê Thị Duyệt"],
    [1, 90_000_000, PAPER, "Lê Thị Duyệt"],
  ]);
  await expect(inTransaction((tx) => tx.delete(salesTargets))).rejects.toThrow();
  await expect(inTransaction((tx) => tx.update(salesTargets).set({ value: 1 }))).rejects.toThrow();
});

it("sets once what a form says twice, and tells of it once", async () => {
  const form = [sales(60_000_000, secondCommuneCode)];
  expect(await set(form)).toEqual({ ok: true, value: { count: 1 } });
  expect(await set(form)).toEqual({ ok: true, value: { count: 0 } });
  expect(await listTargetVintages("2026", secondCommuneCode)).toHaveLength(1);
  const noted = await reader().$count(auditEntries, eq(auditEntries.action, "sales_target.set"));
  expect(noted).toBe(3);
});

it("takes a target back, which leaves what was, and only one that stands", async () => {
  expect(await set([sales(null, secondCommuneCode)], "Giao nhầm xã")).toMatchObject({ ok: true });
  expect(await standing()).toEqual([[communeCode, "sales_goods_vnd", 120_000_000]]);
  expect(await listTargetVintages("2026", secondCommuneCode)).toHaveLength(2);
  expect(await set([sales(null, secondCommuneCode)], "Lần nữa")).toMatchObject({
    code: "target_not_set",
  });
});

it("writes all of a form or nothing, and for communes of the province alone", async () => {
  const before = await reader().$count(salesTargets);
  const mixed = [sales(1_000_000, secondCommuneCode), sales(1_000_000, elsewhereCommuneCode)];
  expect(await set(mixed)).toMatchObject({ code: "commune_elsewhere" });
  expect(await reader().$count(salesTargets)).toBe(before);
  expect(await findTargetPlace(elsewhereCommuneCode)).toBe(null);
  expect(await findTargetPlace("province")).toMatchObject({ communeCode: null });
});

it("sets a target of a share beside that share and its own year alone", async () => {
  await set([{ communeCode: null, kind: "share_goods_bps", value: 1_250 }]);
  const targets = await readShareTargets("2026-10");
  expect([targets.goods?.value, targets.goods_services]).toEqual([1_250, null]);
  expect(await readShareTargets("2025-12")).toEqual({ goods: null, goods_services: null });
});

it("reads what officers type, and says which field is wrong", () => {
  const schema = targetsForm(targetFields([communeCode]), 2026);
  const read = (typed: Record<string, string>) =>
    schema.safeParse({ year: "2026", source: PAPER, ...typed });
  const [salesName = "", sellersName = ""] = targetFields([communeCode]).map(({ name }) => name);
  expect(read({ [salesName]: "1.200", [sellersName]: "" }).data?.entries).toEqual([
    sales(1_200_000_000),
  ]);
  const problem = (typed: Record<string, string>) =>
    read(typed).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(problem({})).toEqual([[salesName, "target_missing"]]);
  expect(problem({ [salesName]: "0" })).toEqual([[salesName, "target_sales_format"]]);
  expect(problem({ [salesName]: "1,5", [sellersName]: "-3" })).toEqual([
    [salesName, "target_sales_format"],
    [sellersName, "target_sellers_format"],
  ]);
  expect(problem({ [salesName]: "5", source: " " })).toEqual([["source", "target_source_missing"]]);
  expect(problem({ [salesName]: "5", year: "2031" })).toEqual([["year", "form_outdated"]]);
  const shares = targetsForm(targetFields(null), 2026);
  const bps = (shareGoods: string) => {
    const typed = shares.safeParse({ year: "2026", source: PAPER, shareGoods });
    return typed.data?.entries[0]?.value ?? typed.error?.issues[0]?.message;
  };
  expect(["12,5", "12.05 %", "100", "0,01"].map(bps)).toEqual([1_250, 1_205, 10_000, 1]);
  expect(["0", "100,01", "1,234", "-1", "x"].map(bps)).toEqual(
    Array.from({ length: 5 }, () => "target_share_format"),
  );
});

it("knows the years that targets can be set for", () => {
  expect(chooseTargetYear(null)).toEqual({ years: ["2027", "2026", "2025"], year: "2026" });
  expect(chooseTargetYear("2031").year).toBe(null);
});
