import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { outboxMessages } from "~db/schema/outbox";
import { retailTotals } from "~db/schema/statistics";
import { retailImports, sourceFiles } from "~db/schema/statistics-channels";
import type { UserActor } from "~/domain/audit/actor";
import { eraseSourceFile } from "~/domain/statistics/erase-source-file.server";
import { findRetailImport } from "~/domain/statistics/queries-retail-imports.server";
import { listRetailTotals } from "~/domain/statistics/queries.server";
import { sweepRetailImports } from "~/domain/statistics/sweep-retail-imports.server";
import { TEST_RETAIL_WORDS } from "~/domain/statistics/test-retail-words";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { vnd } from "~/platform/money";
import { DAY_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { consentToRetailTable } from "./consent-to-retail-table.server";
import { enterRetailTotal } from "./enter-retail-total.server";
import { mapRetailTable } from "./map-retail-table.server";
import { insertTestUser } from "./test-shop";
import { uploadRetailTable } from "./upload-retail-table.server";

let close: () => void;
let officer: UserActor;
let clock = 0;

beforeEach(async () => {
  close = openTestDatabase();
  clock = startOfDate("2026-11-22");
  setClock(() => (clock += 1_000));
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
});
afterEach(() => {
  setClock();
  close();
});

const HEAD = "Tháng;Loại số;Số tiền;Đơn vị;Mức độ;Ngày công bố;Nguồn";
const GOODS = "Doanh thu bán lẻ hàng hóa";
const lines = [
  HEAD,
  `08/2026;${GOODS};4.600,0;tỷ đồng;chính thức;28/09/2026;Báo cáo`,
  `09/2026;${GOODS};4.650,5;tỷ đồng;sơ bộ;28/10/2026;Báo cáo`,
  `09/2026;${GOODS};chưa có;tỷ đồng;sơ bộ;29/10/2026;Báo cáo`,
  `10/2026;${GOODS};4.671,4;tỷ đồng;ước tính;06/11/2026;Báo cáo`,
];

async function upload(all: readonly string[] = lines) {
  const uploaded = await uploadRetailTable(officer, {
    bytes: new TextEncoder().encode(all.join("\n")),
    fileName: "so-ban-le.csv",
    languages: [TEST_RETAIL_WORDS],
  });
  if (!uploaded.ok) throw new Error(uploaded.code);
  const { importId } = uploaded.value;
  const found = await findRetailImport(importId);
  if (!found) throw new Error("not there");
  return { importId, planHash: found.planHash, plans: found.plans };
}

const say = (one: { importId: string; planHash: string }, areFiguresRight = false) =>
  consentToRetailTable(officer, { ...one, areFiguresRight });

const actions = async () =>
  (await reader().select({ action: auditEntries.action }).from(auditEntries)).map(
    (one) => one.action,
  );

const keptFiles = () => readdirSync(join(settings().DATA_DIR, "private", "statistics"));

test("nothing is written before the yes; the yes writes the sound rows with their file", async () => {
  const table = await upload();
  expect(table.plans.map(({ outcome }) => outcome)).toEqual(["new", "new", "wrong", "new"]);
  expect(await reader().$count(retailTotals)).toBe(0);
  expect(await reader().$count(sourceFiles)).toBe(0);
  expect(await say(table)).toEqual({ ok: true, value: null });
  const totals = await listRetailTotals();
  expect(totals.map((one) => [one.month, one.amountVnd, one.stage, one.enteredBy])).toEqual([
    ["2026-10", 4_671_400_000_000, "estimate", "Lê Thị Duyệt"],
    ["2026-09", 4_650_500_000_000, "preliminary", "Lê Thị Duyệt"],
    ["2026-08", 4_600_000_000_000, "final", "Lê Thị Duyệt"],
  ]);
  const [file] = await reader().select().from(sourceFiles);
  expect(file).toMatchObject({ type: "csv", fileName: "so-ban-le.csv" });
  expect(new Set(totals.map(({ fileId }) => fileId))).toEqual(new Set([file?.id]));
  expect(await actions()).toEqual(["retail_import.upload", "retail_import.consent"]);
  // The yes sent again changes nothing.
  expect(await say(table)).toEqual({ ok: true, value: null });
  expect(await reader().$count(retailTotals)).toBe(3);
  expect(await findRetailImport(table.importId)).toMatchObject({
    table: { writtenCount: 3, sameCount: 0, wrongCount: 1 },
  });
});

test("the same table once more brings nothing", async () => {
  await say(await upload());
  const again = await upload();
  expect(again.plans.map(({ outcome }) => outcome)).toEqual(["same", "same", "wrong", "same"]);
  expect(await say(again)).toMatchObject({ code: "retail_import_nothing" });
  expect(await reader().$count(retailTotals)).toBe(3);
});

test("where figures came meanwhile that make a difference, nothing is written", async () => {
  const table = await upload();
  const entry = {
    month: "2026-10",
    kind: "goods",
    amountVnd: vnd(4_671_400_000_000),
    stage: "estimate",
    source: "Báo cáo",
    publishedOn: "2026-11-06",
  } as const;
  await enterRetailTotal(officer, entry, { isAmbiguous: false, confirmation: null });
  expect(await say(table)).toMatchObject({ code: "retail_import_changed" });
  expect(await reader().$count(retailTotals)).toBe(1);
  const found = await findRetailImport(table.importId);
  expect(await say({ ...table, planHash: found?.planHash ?? "" })).toMatchObject({ ok: true });
  expect(await reader().$count(retailTotals)).toBe(3);
});

test("figures far from what is known need a yes of their own", async () => {
  const slip = `07/2026;${GOODS};46.000,0;tỷ đồng;chính thức;28/08/2026;Báo cáo`;
  await say(await upload());
  const table = await upload([HEAD, slip]);
  expect(table.plans).toMatchObject([{ outcome: "question", question: { doubt: "far" } }]);
  expect(await say(table)).toMatchObject({ code: "retail_import_doubtful", detail: { count: 1 } });
  expect(await reader().$count(retailTotals)).toBe(3);
  expect(await say(table, true)).toMatchObject({ ok: true });
  expect(await reader().$count(retailTotals)).toBe(4);
});

test("of the office's own table nothing is planned before its columns are said, and they may be said anew", async () => {
  const table = await upload([
    "Chỉ tiêu;Thực hiện tháng 9;Ước tính tháng 10",
    "Tổng số;5.400,0;5.500,0",
    "Bán lẻ hàng hóa;4.600,5;4.671,4",
  ]);
  const { importId } = table;
  expect(await findRetailImport(importId)).toMatchObject({
    table: { isOffice: true, isMapped: false },
  });
  expect(await say(table)).toMatchObject({ code: "retail_import_nothing" });
  const facts = {
    month: "2026-10",
    unit: "billion",
    publishedOn: "2026-11-06",
    source: "Báo cáo",
  } as const;
  const columns = { actual: 1, estimate: 2, goods: 1, goods_services: 0 };
  const wrong = { ...columns, actual: 3 };
  expect(await mapRetailTable(officer, { importId, columns: wrong, facts })).toMatchObject({
    code: "office_place_unknown",
  });
  const swapped = { ...columns, goods: 0, goods_services: 1 };
  expect(await mapRetailTable(officer, { importId, columns: swapped, facts })).toMatchObject({
    ok: true,
  });
  expect((await findRetailImport(importId))?.plans.map(({ outcome }) => outcome)).toEqual(
    Array(4).fill("wrong"),
  );
  await mapRetailTable(officer, { importId, columns, facts });
  const found = await findRetailImport(importId);
  expect(await say({ importId, planHash: found?.planHash ?? "" })).toMatchObject({ ok: true });
  expect((await listRetailTotals()).map((one) => [one.month, one.kind, one.stage])).toEqual([
    ["2026-10", "goods", "estimate"],
    ["2026-10", "goods_services", "estimate"],
    ["2026-09", "goods", "preliminary"],
    ["2026-09", "goods_services", "preliminary"],
  ]);
  // Written, it is what it is.
  expect(await mapRetailTable(officer, { importId, columns, facts })).toMatchObject({
    code: "retail_import_not_found",
  });
  expect((await actions()).filter((one) => one === "retail_import.map")).toHaveLength(2);
});

test("a table is forgotten after a week; its file stays with its figures, or goes", async () => {
  await say(await upload());
  await upload();
  expect(keptFiles()).toHaveLength(2);
  clock += 8 * DAY_MS;
  await sweepRetailImports();
  expect(await reader().$count(retailImports)).toBe(0);
  const [waiting, ...others] = await reader().select().from(outboxMessages);
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ kind: "unused_source" });
  await eraseSourceFile(waiting?.payload);
  const [file] = await reader().select().from(sourceFiles);
  expect(keptFiles()).toEqual([`${file?.id}.csv`]);
});

test("a table that is not there, and one that cannot be read", async () => {
  expect(await say({ importId: "rti_khong-co", planHash: "" })).toMatchObject({
    code: "retail_import_not_found",
  });
  const read = { fileName: "a.csv", languages: [TEST_RETAIL_WORDS] };
  expect(await uploadRetailTable(officer, { ...read, bytes: null })).toMatchObject({
    code: "table_file_missing",
  });
});
