import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { productImportRows, productImports } from "~db/schema/exchange";
import { listTableProducts } from "~/domain/catalog/queries-table.server";
import { findProductImport, listImportRows } from "~/domain/exchange/queries-imports.server";
import { sweepProductImports } from "~/domain/exchange/sweep-product-imports.server";
import type { RowKind } from "~/domain/exchange/table-columns";
import { TABLE_WIDTHS, tableOf } from "~/domain/exchange/table-file";
import { testWords } from "~/domain/exchange/test-table-words";
import { writeCsv } from "~/domain/exchange/write-csv.server";
import { writeXlsx } from "~/domain/exchange/write-xlsx.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS, formatDate } from "~/platform/period";
import { advanceTables } from "./advance-tables.server";
import { changePrice } from "./change-price.server";
import { consentToTable } from "./consent-to-table.server";
import { create, scope, setUpProducts, today } from "./test-products";
import { insertTestConsent } from "./test-consent";
import { findStockDifferences, insertTestHousehold, insertTestUser } from "./test-shop";
import { stopHelping } from "./stop-helping.server";
import { uploadTable } from "./upload-table.server";
import { addLot } from "./add-lot.server";
import { newId } from "~/platform/ids";

setUpProducts();

const encoder = new TextEncoder();

async function household(name: string) {
  const householdId = await insertTestHousehold({ slug: name });
  const userId = await insertTestUser({ householdId });
  const own: Scope = { kind: "households", householdIds: [householdId] };
  const actor = { kind: "user", userId, role: "household_member" } as const;
  const upload = async (file: string | Uint8Array, zeroesAbsent = false) => {
    const uploaded = await uploadTable(actor, own, {
      householdId,
      userId,
      bytes: typeof file === "string" ? encoder.encode(file) : file,
      fileName: "bang.csv",
      zeroesAbsent,
      languages: [testWords],
    });
    if (!uploaded.ok) throw new Error(uploaded.code);
    return load(uploaded.value.importId);
  };
  const load = async (importId: string) => {
    const found = await findProductImport(reader(), own, importId);
    if (!found) throw new Error("no import");
    return found;
  };
  const consent = ({ id, planHash }: { id: string; planHash: string }, arePricesRight = false) =>
    consentToTable(actor, own, { importId: id, planHash, arePricesRight });
  const table = async () => listTableProducts(reader(), { householdId, limit: 10_000 });
  return { householdId, own, actor, upload, load, consent, table };
}

async function writeAll() {
  for (let step = 0; step < 2_000; step += 1) if (!(await advanceTables()).isMore) return;
  throw new Error("no end");
}

const HEAD =
  "slug,name,ocopSet,description,packLabel,contentQuantity,contentUnit,priceVnd,stockCount,madeOn";
const newRow = (name: string, more: { price?: string; stock?: string } = {}) =>
  `,"${name}",4,"Mật ong, của hoa bạc hà.",chai,500,ml,${more.price ?? "185.000 đ"},${more.stock ?? "5"},${formatDate(today)}`;
const tableFile = (...rows: string[]) => [HEAD, ...rows].join("\n");

describe("a table", () => {
  it("writes nothing before the yes, then exactly what it showed, once", async () => {
    const own = await household("ho-bang-mot");
    const planned = await own.upload(
      tableFile(newRow("Mật 'đ' một"), newRow("Mật hai"), newRow("x")),
    );
    expect(planned).toMatchObject({ status: "planned", counts: { new: 2, wrong: 1 } });
    await writeAll();
    expect(await own.table()).toEqual([]);
    expect(await own.consent({ ...planned, planHash: "0".repeat(32) })).toMatchObject({
      code: "table_changed_since",
    });
    await writeAll();
    expect(await own.table()).toEqual([]);
    expect((await own.consent(planned)).ok).toBe(true);
    expect((await own.consent(planned)).ok).toBe(true);
    await writeAll();
    expect(await own.load(planned.id)).toMatchObject({
      status: "done",
      writtenCount: 2,
      differsCount: 0,
    });
    expect((await own.consent(planned)).ok).toBe(true);
    await writeAll();
    const made = await own.table();
    expect(made.map(({ words, status, priceVnd }) => [words.name, status, priceVnd])).toEqual([
      ["Mật 'đ' một", "draft", 185_000],
      ["Mật hai", "draft", 185_000],
    ]);
    expect(made.map(({ lots }) => lots.map((lot) => lot.onHandCount))).toEqual([[5], [5]]);
    const audit = await reader()
      .select({ action: auditEntries.action, actorId: auditEntries.actorId })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, made[0]?.id ?? ""));
    expect(audit).toEqual([{ action: "product.create", actorId: own.actor.userId }]);
    // Brought in again, the same rows are in error: the products are there.
    expect((await own.upload(tableFile(newRow("Mật hai")))).counts).toMatchObject({ wrong: 1 });
    expect(await findStockDifferences()).toEqual([]);
  });

  it("changes words, price and packs of what is there, and takes off what it does not have", async () => {
    const own = await household("ho-bang-hai");
    const first = await own.upload(
      tableFile(newRow("Chè một"), newRow("Chè hai"), newRow("Chè ba")),
    );
    await own.consent(first);
    await writeAll();
    const csv =
      "slug,name,priceVnd,stockCount\nche-mot,Chè một mới,200000,8\nche-hai,Chè hai,185000,5";
    const planned = await own.upload(csv, true);
    expect(planned.counts).toMatchObject({ changed: 1, unchanged: 1, emptied: 1, wrong: 0 });
    await own.consent(planned);
    await writeAll();
    const now = (await own.table()).map((one) => [
      one.slug,
      one.priceVnd,
      one.lots.map((lot) => lot.onHandCount),
    ]);
    expect(now).toEqual([
      ["che-mot-moi", 200_000, [8]],
      ["che-hai", 185_000, [5]],
      ["che-ba", 185_000, []],
    ]);
    expect((await own.load(planned.id)).writtenCount).toBe(2);
    // With a row in error nothing is taken for absent.
    const wrong = await own.upload("slug,priceVnd\nche-hay,1000", true);
    expect(await own.consent(wrong)).toMatchObject({ code: "table_nothing_to_write" });
    expect(await findStockDifferences()).toEqual([]);
  });

  it("is shown anew when the shop changed before the yes, and a row is left out that changes after it", async () => {
    const own = await household("ho-bang-ba");
    await own.consent(await own.upload(tableFile(newRow("Gạo một"), newRow("Gạo hai"))));
    await writeAll();
    const planned = await own.upload("slug,priceVnd\ngao-mot,200000\ngao-hai,300000");
    await changePrice(own.actor, own.own, {
      slug: "gao-mot",
      priceVnd: vnd(190_000),
      shownVnd: vnd(185_000),
    });
    expect(await own.consent(planned)).toMatchObject({ code: "table_changed_since" });
    const anew = await own.load(planned.id);
    expect(anew).toMatchObject({ status: "planned" });
    expect(anew.planHash).not.toBe(planned.planHash);
    const { rows } = await listImportRows({ importId: planned.id, filter: "changed", page: 1 });
    expect(rows[0]?.plan.changes).toEqual([
      { column: "priceVnd", before: "190000", after: "200000" },
    ]);
    expect((await own.consent(anew)).ok).toBe(true);
    await changePrice(own.actor, own.own, {
      slug: "gao-hai",
      priceVnd: vnd(1_000),
      shownVnd: vnd(185_000),
    });
    await writeAll();
    expect(await own.load(planned.id)).toMatchObject({ writtenCount: 1, differsCount: 1 });
    expect((await own.table()).map(({ priceVnd }) => priceVnd)).toEqual([200_000, 1_000]);
    const left = await listImportRows({ importId: planned.id, filter: "differs", page: 1 });
    expect(left.rows.map(({ plan }) => plan.name)).toEqual(["Gạo hai"]);
    expect(
      await reader().$count(productImportRows, eq(productImportRows.importId, planned.id)),
    ).toBe(1);
  });

  it("of one household touches and shows nothing of another", async () => {
    const own = await household("ho-bang-bon");
    const slug = await create({ name: "Hàng của hộ khác" });
    const planned = await own.upload(`slug,priceVnd\n${slug},1000`);
    const { rows } = await listImportRows({ importId: planned.id, filter: "wrong", page: 1 });
    expect(rows[0]?.plan).toMatchObject({
      productId: null,
      name: "",
      faults: [{ column: "slug", code: "table_code_unknown", read: slug }],
    });
    expect(await findProductImport(reader(), scope, planned.id)).toBeNull();
    expect(
      await consentToTable(own.actor, scope, {
        importId: planned.id,
        planHash: planned.planHash,
        arePricesRight: false,
      }),
    ).toMatchObject({ code: "table_import_not_found" });
    const foreign = await uploadTable(own.actor, scope, {
      householdId: own.householdId,
      userId: own.actor.userId,
      bytes: encoder.encode("slug,name\na,b"),
      fileName: "",
      zeroesAbsent: false,
      languages: [testWords],
    });
    expect(foreign).toMatchObject({ code: "household_not_found" });
  });

  it("is kept among the newest five, for a week", async () => {
    const own = await household("ho-bang-nam");
    for (let i = 0; i < 7; i += 1) await own.upload(tableFile(newRow("Chè")));
    const ofHousehold = eq(productImports.householdId, own.householdId);
    const count = () => reader().$count(productImports, ofHousehold);
    expect(await count()).toBe(5);
    await sweepProductImports();
    expect(await count()).toBe(5);
    await inTransaction((tx) =>
      tx
        .update(productImports)
        .set({ uploadedAt: Date.now() - 8 * 86_400_000 })
        .where(ofHousehold),
    );
    while ((await sweepProductImports()).isMore);
    expect(await count()).toBe(0);
  });
});

it("counts no packs that lie in several lots, but empties them all", async () => {
  const own = await household("ho-bang-sau");
  await own.consent(await own.upload(tableFile(newRow("Miến dong"))));
  await writeAll();
  const lot = { lotId: newId("lot"), stockCount: 3, madeOn: today };
  await addLot(own.actor, own.own, { slug: "mien-dong", lot });
  expect((await own.upload("slug,stockCount\nmien-dong,9")).counts).toMatchObject({ wrong: 1 });
  expect((await own.upload("slug,stockCount\nmien-dong,8")).counts).toMatchObject({
    unchanged: 1,
  });
  const emptied = await own.upload(tableFile(newRow("Miến khác")), true);
  await own.consent(emptied);
  await writeAll();
  expect((await own.table()).map(({ lots }) => lots.length)).toEqual([0, 1]);
  expect(await findStockDifferences()).toEqual([]);
});

it("of 5,000 rows comes out as the dry run says", { timeout: 120_000 }, async () => {
  const own = await household("ho-bang-lon");
  const prices = ["1,5", "mười nghìn", "999", "-5", "=1+1", "NaN", "1e9", "", "01/02/2026"];
  const rows = Array.from({ length: 5_000 }, (_, i) =>
    i % 10 === 0
      ? newRow(`'Đặc sản, ""đ"" số ${i}`, { stock: String(i % 50) })
      : newRow(`Hàng số ${i}`, { price: `"${prices[(i % 10) - 1]}"` }),
  );
  const planned = await own.upload(tableFile(...rows));
  expect(planned.counts).toMatchObject({ new: 500, wrong: 4_500 });
  expect(await own.table()).toEqual([]);
  const shown = await plansBy(planned.id, "new");
  expect((await own.consent(planned)).ok).toBe(true);
  await writeAll();
  expect(await own.load(planned.id)).toMatchObject({ writtenCount: 500, differsCount: 0 });
  const made = await own.table();
  expect(made.map(({ id, words }) => `${id} ${words.name}`).toSorted()).toEqual(
    shown.map(({ productId, name }) => `${productId} ${name}`).toSorted(),
  );
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(500);
  // What it exports comes back unchanged, in both forms.
  const file = tableOf(made, testWords);
  const same = { unchanged: 500, wrong: 0, changed: 0, new: 0, emptied: 0 };
  expect((await own.upload(writeCsv(file), true)).counts).toEqual(same);
  const bytes = await writeXlsx([{ name: "a", rows: file, widths: TABLE_WIDTHS }]);
  expect((await own.upload(bytes, true)).counts).toEqual(same);
});

describe("a yes", () => {
  it("of a helper is worth nothing further once the household has ended the consent", async () => {
    const own = await household("ho-bang-giup");
    const agentId = await insertTestUser({ role: "agent" });
    const { householdId } = own;
    const helper = {
      kind: "user",
      userId: agentId,
      role: "agent",
      onBehalfOfId: householdId,
    } as const;
    const expiresAt = now() + DAY_MS;
    const code = await insertTestConsent({ agentId, householdId, expiresAt });
    const rows = Array.from({ length: 45 }, (_, i) => newRow(`Măng khô số ${i}`));
    const planned = await own.upload(tableFile(...rows));
    const { id: importId, planHash } = planned;
    expect(
      (await consentToTable(helper, own.own, { importId, planHash, arePricesRight: false })).ok,
    ).toBe(true);
    await advanceTables();
    await stopHelping(own.actor, { code, stopper: { by: "household", scope: own.own } });
    await writeAll();
    expect(await own.load(importId)).toMatchObject({ status: "done", writtenCount: 20 });
    expect(await own.table()).toHaveLength(20);
    const entries = await reader()
      .select({
        action: auditEntries.action,
        kind: auditEntries.actorKind,
        after: auditEntries.after,
      })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, importId))
      .orderBy(desc(auditEntries.id))
      .limit(1);
    expect(entries).toEqual([
      {
        action: "product_import.stop",
        kind: "system",
        after: { writtenCount: 20, differsCount: 0 },
      },
    ]);
    // The household brings the file in itself: what is there is not made again.
    expect((await own.upload(tableFile(...rows))).counts).toMatchObject({ new: 25, wrong: 20 });
  });

  it("to a second table waits until the first is written, for neither knows what the other makes", async () => {
    const own = await household("ho-bang-doi");
    const [first, second] = [
      await own.upload(tableFile(newRow("Nấm hương"))),
      await own.upload(tableFile(newRow("Nấm hương"))),
    ];
    expect((await own.consent(first)).ok).toBe(true);
    expect(await own.consent(second)).toMatchObject({ code: "table_other_at_work" });
    await writeAll();
    expect(await own.consent(second)).toMatchObject({ code: "table_changed_since" });
    expect(await own.table()).toHaveLength(1);
  });

  it("is not held up for ever by a row that cannot be written", async () => {
    const own = await household("ho-bang-hong");
    const planned = await own.upload(tableFile(newRow("Cam hỏng"), newRow("Cam lành")));
    await own.consent(planned);
    await inTransaction((tx) =>
      tx
        .update(productImportRows)
        .set({ row: {} as never })
        .where(and(eq(productImportRows.importId, planned.id), eq(productImportRows.position, 1))),
    );
    await writeAll();
    expect(await own.load(planned.id)).toMatchObject({ writtenCount: 1, differsCount: 1 });
    expect((await own.table()).map(({ words }) => words.name)).toEqual(["Cam lành"]);
  });
});

async function plansBy(importId: string, kind: RowKind) {
  const rows = await reader()
    .select({ plan: productImportRows.plan, kind: productImportRows.kind })
    .from(productImportRows)
    .where(eq(productImportRows.importId, importId));
  return rows.filter((row) => row.kind === kind).map(({ plan }) => plan);
}
