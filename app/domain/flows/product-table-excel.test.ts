import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { ZipFile } from "yazl";
import { productImportRows } from "~db/schema/exchange";
import { listTableProducts, type TableProduct } from "~/domain/catalog/queries-table.server";
import { findProductImport } from "~/domain/exchange/queries-imports.server";
import { testWords } from "~/domain/exchange/test-table-words";
import type { Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { addDays, startOfDate, type LocalDate } from "~/platform/period";
import { advanceTables } from "./advance-tables.server";
import { consentToTable } from "./consent-to-table.server";
import { setUpProducts, today } from "./test-products";
import { findStockDifferences, insertTestHousehold, insertTestUser } from "./test-shop";
import { uploadTable } from "./upload-table.server";

setUpProducts();

const HEAD = [
  "slug",
  "name",
  "ocopSet",
  "description",
  "packLabel",
  "contentQuantity",
  "contentUnit",
  "priceVnd",
  "stockCount",
  "madeOn",
] as const;
type Cell = string | number | { day: LocalDate };

/** What Excel keeps of a day: days since 30/12/1899, in a cell whose style says that it is one. */
function serialOf(day: LocalDate): number {
  return Math.round((startOfDate(day) - startOfDate("1899-12-30")) / 86_400_000);
}

function cellXml(cell: Cell, at: string): string {
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell !== "string") return `<c r="${at}" s="1"><v>${serialOf(cell.day)}</v></c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** A file as Excel writes it: numbers as numbers, days as numbers with a style, words as words. */
async function excelFile(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const xml = [HEAD as readonly Cell[], ...rows].map((cells, i) => {
    const inside = cells.map((cell, column) =>
      cell === "" ? "" : cellXml(cell, `${String.fromCharCode(65 + column)}${i + 1}`),
    );
    return `<row r="${i + 1}">${inside.join("")}</row>`;
  });
  const parts = {
    "xl/workbook.xml":
      '<workbook xmlns="a" xmlns:r="b"><sheets><sheet r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml":
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="a"><sheetData>${xml.join("")}</sheetData></worksheet>`,
  };
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

const nameOf = (i: number) => `Đặc sản 'của nhà', số ${i}`;
const numberOf = (name: string) => Number(name.split(" ").at(-1));
const madeOn = (i: number) => addDays(today, -(i % 200));
const newRow = (i: number, change: Partial<Record<(typeof HEAD)[number], Cell>> = {}): Cell[] => {
  const cells = {
    slug: "",
    name: nameOf(i),
    ocopSet: 4,
    description: "Mật ong, của hoa bạc hà.",
    packLabel: "chai",
    contentQuantity: 500,
    contentUnit: "ml",
    priceVnd: 100_000 + 1_000 * (i % 300),
    stockCount: i % 50,
    madeOn: { day: madeOn(i) } as Cell,
    ...change,
  };
  return HEAD.map((column) => cells[column]);
};

/** What can be said wrong, in cells of their own kinds. */
const WRONG: Partial<Record<(typeof HEAD)[number], Cell>>[] = [
  { priceVnd: { day: today } },
  { priceVnd: 1.5 },
  { stockCount: -1 },
  { madeOn: "31/02/2026" },
  { madeOn: { day: addDays(today, 400) } },
  { name: "'" },
  { contentQuantity: "năm trăm" },
  { slug: "khong-co-that" },
];

const valuesOf = ({ id, words, priceVnd, lots }: TableProduct) => ({
  id,
  name: words.name,
  priceVnd,
  lots: lots.map(({ onHandCount, madeOn: on }) => [onHandCount, on]),
});

it(
  "of 5,000 rows with Excel's days, new, changed, the same, wrong and absent, comes out as shown",
  {
    timeout: 180_000,
  },
  async () => {
    const householdId = await insertTestHousehold({ slug: "ho-bang-excel" });
    const userId = await insertTestUser({ householdId });
    const own: Scope = { kind: "households", householdIds: [householdId] };
    const actor = { kind: "user", userId, role: "household_member" } as const;
    const table = async () => listTableProducts(reader(), { householdId, limit: 10_000 });
    const upload = async (rows: Cell[][], zeroesAbsent: boolean) => {
      const bytes = await excelFile(rows);
      const file = { bytes, fileName: "bang.xlsx", zeroesAbsent, languages: [testWords] };
      const uploaded = await uploadTable(actor, own, { householdId, userId, ...file });
      if (!uploaded.ok) throw new Error(uploaded.code);
      const found = await findProductImport(reader(), own, uploaded.value.importId);
      if (!found) throw new Error("no import");
      return found;
    };
    const write = async ({ id, planHash }: { id: string; planHash: string }) => {
      expect(
        await consentToTable(actor, own, { importId: id, planHash, arePricesRight: false }),
      ).toMatchObject({
        ok: true,
      });
      for (let step = 0; step < 5_000; step += 1) if (!(await advanceTables()).isMore) return;
      throw new Error("no end");
    };

    const first = await upload(
      Array.from({ length: 400 }, (_, i) => newRow(i, { stockCount: 7 })),
      false,
    );
    expect(first.counts).toMatchObject({ new: 400, wrong: 0 });
    await write(first);
    const known = await table();
    const before = known.map(valuesOf);
    expect(before.map(({ lots }) => lots)).toEqual(
      known.map(({ words }) => [[7, madeOn(numberOf(words.name))]]),
    );

    // 100 changed, 100 the same, 600 new, 4,200 wrong; 200 are absent and stay.
    const changed = known.slice(0, 100).map(({ slug, words }, i) => {
      const change = { slug, priceVnd: 500_000 + 1_000 * i, stockCount: 9 };
      return newRow(numberOf(words.name), change);
    });
    const same = known
      .slice(100, 200)
      .map(({ slug, words }) => newRow(numberOf(words.name), { slug, stockCount: 7 }));
    const fresh = Array.from({ length: 600 }, (_, i) => newRow(10_000 + i));
    const wrong = Array.from({ length: 4_200 }, (_, i) =>
      newRow(20_000 + i, WRONG[i % WRONG.length]),
    );
    const rows = [...changed, ...same, ...fresh, ...wrong];
    expect(rows).toHaveLength(5_000);
    const planned = await upload(rows, false);
    expect(planned.counts).toMatchObject({ changed: 100, unchanged: 100, new: 600, wrong: 4_200 });
    expect((await table()).map(valuesOf)).toEqual(before);
    const plans = await reader()
      .select({ plan: productImportRows.plan, kind: productImportRows.kind })
      .from(productImportRows)
      .where(eq(productImportRows.importId, planned.id));
    const shown = plans.filter(({ kind }) => kind === "new").map(({ plan }) => plan);
    await write(planned);

    const after = new Map((await table()).map((one) => [one.id, valuesOf(one)]));
    expect(after.size).toBe(1_000);
    for (const [i, one] of before.entries()) {
      const lots = i < 100 ? [[9, one.lots[0]?.[1]]] : one.lots;
      expect(after.get(one.id)).toEqual({
        ...one,
        priceVnd: i < 100 ? 500_000 + 1_000 * i : one.priceVnd,
        lots,
      });
    }
    const made = [...after.values()].filter(({ id }) => !known.some((one) => one.id === id));
    expect(new Set(made.map(({ id }) => id))).toEqual(new Set(shown.map((row) => row.productId)));
    expect(
      made.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id: _, ...one }) => one),
    ).toEqual(
      fresh
        .map((_, i) => 10_000 + i)
        .map((number) => ({
          name: nameOf(number),
          priceVnd: 100_000 + 1_000 * (number % 300),
          lots: number % 50 === 0 ? [] : [[number % 50, madeOn(number)]],
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    );
    expect(await findStockDifferences()).toEqual([]);
  },
);
