import { describe, expect, it } from "vitest";
import type { TableProduct } from "~/domain/catalog/queries-table.server";
import { planTable } from "./plan-table";
import { readTable } from "./read-table.server";
import { honey, lot } from "./test-table-product";
import { testWords } from "./test-table-words";

const TODAY = "2026-11-27";

type Change = Partial<TableProduct>;

/** The plan of the first row of a CSV table; what it does with the honey unless another product is said. */
async function planOf(csv: string, change: Change = {}, zeroesAbsent = false) {
  const read = await readTable(new TextEncoder().encode(csv), [testWords]);
  if (!read.ok) throw new Error(read.code);
  const product = { ...honey, ...change };
  const formerSlugs = [{ slug: "ten-cu", productId: "prd_1" }];
  const how = { zeroesAbsent, pause: async () => undefined };
  const lines = await planTable(
    read.value,
    { products: [product], formerSlugs, today: TODAY },
    how,
  );
  return lines.map(({ plan }) => plan);
}

const one = async (csv: string, change: Change = {}) => (await planOf(csv, change))[0];
const faultOf = async (csv: string, change: Change = {}) => {
  const plan = await one(csv, change);
  return plan?.faults.map(({ column, code }) => `${column}: ${code}`).join();
};
const changesOf = async (csv: string, change: Change = {}) =>
  (await one(csv, change))?.changes.map(({ column, before, after }) => [column, before, after]);

describe("a price", () => {
  it.each(["185.000", "185.000 đ", "185,000", " 185000đ ", "'185000".slice(1)])(
    "of %s is the one it has",
    async (text) => {
      expect(await changesOf(`slug,priceVnd\nmat-ong,"${text}"`)).toEqual([]);
    },
  );

  it("changes in any state, within the bounds of the form", async () => {
    expect(await changesOf("slug,priceVnd\nmat-ong,190.000 đ", { status: "published" })).toEqual([
      ["priceVnd", "185000", "190000"],
    ]);
    const file = "slug,priceVnd\nmat-ong,18.500";
    const changed = { column: "priceVnd", before: "185000", after: "18500" };
    const slip = await one(file, { status: "published" });
    expect(slip?.changes).toEqual([{ ...changed, isDoubtful: true }]);
    expect((await one(file))?.changes).toEqual([changed]);
    const fault = (text: string) => faultOf(`slug,priceVnd\nmat-ong,"${text}"`);
    expect(await fault("1000")).toBe("");
    expect(await fault("500000000")).toBe("");
    expect(await fault("999")).toBe("priceVnd: price_meant?typed=999");
    expect(await fault("500000001")).toBe("priceVnd: price_out_of_range");
    expect(await fault("0")).toBe("priceVnd: price_out_of_range");
    for (const text of ["-5", "1,5", "1e9", "NaN", "=1+1", "mười nghìn", "185.00"]) {
      expect(await fault(text)).toBe("priceVnd: price_invalid");
    }
    expect(await fault("")).toBe("priceVnd: price_missing");
  });
});

describe("a count of packs", () => {
  it("is that of the only lot, never less than is promised", async () => {
    expect(await changesOf("slug,stockCount\nmat-ong,20")).toEqual([["stockCount", "12", "20"]]);
    expect(await changesOf("slug,stockCount\nmat-ong,2")).toEqual([["stockCount", "12", "2"]]);
    expect(await faultOf("slug,stockCount\nmat-ong,1")).toBe("stockCount: stock_below_reserved");
    expect(await faultOf("slug,stockCount\nmat-ong,100001")).toBe("stockCount: stock_invalid");
    expect(await faultOf("slug,stockCount\nmat-ong,-1")).toBe("stockCount: stock_invalid");
    expect(await faultOf('slug,stockCount\nmat-ong,"1,5"')).toBe("stockCount: stock_invalid");
  });

  it("that nobody changed leaves what was sold since the table was made", async () => {
    const table = (stock: number) => `slug,stockCount,shownCount\nmat-ong,${stock},15`;
    expect(await one(table(15))).toMatchObject({ kind: "unchanged" });
    expect(await one(table(12))).toMatchObject({ kind: "unchanged" });
    expect(await one(table(20))).toMatchObject({
      kind: "wrong",
      faults: [{ code: "table_stock_changed", detail: { onHandCount: 12 }, read: "20" }],
    });
  });

  it("of several lots is refused unless it is what there is", async () => {
    const lots = [lot(5), lot(7)];
    expect(await faultOf("slug,stockCount\nmat-ong,13", { lots })).toBe(
      "stockCount: table_stock_by_lots",
    );
    expect(await one("slug,stockCount\nmat-ong,12", { lots })).toMatchObject({
      kind: "unchanged",
    });
  });

  it("of what was sold out is a new lot, with the day on which it was made", async () => {
    const lots: TableProduct["lots"] = [];
    expect(await faultOf("slug,stockCount\nmat-ong,9", { lots })).toBe("madeOn: made_on_missing");
    expect(await changesOf("slug,stockCount,madeOn\nmat-ong,9,27/11/2026", { lots })).toEqual([
      ["stockCount", "0", "9"],
      ["madeOn", "", "27/11/2026"],
    ]);
    expect(await faultOf("slug,stockCount,madeOn\nmat-ong,9,28/11/2026", { lots })).toBe(
      "madeOn: made_on_in_future",
    );
    // The days of a lot that is there stay.
    expect(await faultOf("slug,madeOn\nmat-ong,02/11/2026")).toBe("madeOn: table_day_fixed");
  });
});

describe("words", () => {
  it("change by the rules of their form, in columns that the file has", async () => {
    expect(await changesOf("slug,packLabel,contentUnit\nmat-ong,hộp 10 quả,Quả")).toEqual([
      ["packLabel", "chai 500 ml", "hộp 10 quả"],
      ["contentUnit", "ml", "piece"],
    ]);
    expect(await changesOf("slug,ocopSet\nmat-ong,11. Chè")).toEqual([["ocopSet", "4", "11"]]);
    expect(await changesOf('slug,ocopSet\nmat-ong,"LOẠI HÀNG THỨ 12, đặc sản"')).toEqual([
      ["ocopSet", "4", "12"],
    ]);
    expect(await faultOf("slug,ocopSet\nmat-ong,27")).toBe("ocopSet: ocop_set_missing");
    expect(await faultOf("slug,ocopSet\nmat-ong,4.5")).toBe("ocopSet: ocop_set_missing");
    expect(await faultOf("slug,contentUnit\nmat-ong,lạng")).toBe(
      "contentUnit: content_unit_missing",
    );
    expect(await faultOf(`slug,name,nameEn\nmat-ong,${"a".repeat(121)},`)).toBe(
      "name: product_name_long",
    );
    expect(await faultOf("slug,lengthCm\nmat-ong,10")).toBe(
      "widthCm: package_side_missing,heightCm: package_side_missing",
    );
  });

  it("stay while the product is on sale", async () => {
    const status = "published" as const;
    expect(await faultOf("slug,name\nmat-ong,Mật khác", { status })).toBe(
      "name: product_not_editable",
    );
    expect(await one("slug,name\nmat-ong,Mật  ong ", { status })).toMatchObject({
      kind: "unchanged",
    });
  });

  it("do not leave an English text standing for other Vietnamese", async () => {
    expect(await faultOf("slug,name,nameEn\nmat-ong,Rượu ngô,Honey")).toBe(
      "nameEn: table_english_outdated",
    );
    expect(await changesOf("slug,name,nameEn\nmat-ong,Rượu ngô,")).toEqual([
      ["name", "Mật ong", "Rượu ngô"],
      ["nameEn", "Honey", ""],
    ]);
  });
});

describe("whose a row is", () => {
  it("is found by the code, also a former one, and only once", async () => {
    const csv = "slug,priceVnd\nten-cu,1000\nmat-ong,2000\ncua-ho-khac,3000";
    expect(await planOf(csv)).toMatchObject([
      { kind: "changed", productId: "prd_1" },
      { kind: "wrong", faults: [{ code: "table_row_twice", detail: { line: 2 } }] },
      {
        kind: "wrong",
        productId: null,
        faults: [{ column: "slug", code: "table_code_unknown", read: "cua-ho-khac" }],
      },
    ]);
  });

  it("is a new product without a code, that is there only once", async () => {
    const head =
      "slug,name,ocopSet,description,packLabel,contentQuantity,contentUnit,priceVnd,stockCount,madeOn";
    const row = (name: string, pack: string) =>
      `,${name},4,Mật ong của hoa bạc hà.,${pack},500,ml,185.000,5,27/11/2026`;
    const plans = await planOf(
      [
        head,
        row("Mật mới", "chai"),
        row("Mật  MỚI", "chai"),
        row("Mật ong", "chai 500 ml"),
        ",x",
      ].join("\n"),
    );
    expect(plans).toMatchObject([
      { kind: "new", name: "Mật mới", faults: [] },
      { kind: "wrong", faults: [{ code: "table_row_twice", detail: { line: 2 } }] },
      { kind: "wrong", faults: [{ code: "table_same_product", detail: { slug: "mat-ong" } }] },
      { kind: "wrong" },
    ]);
    expect(plans[3]?.faults.map(({ column }) => column)).toEqual([
      "name",
      "ocopSet",
      "description",
      "packLabel",
      "contentQuantity",
      "contentUnit",
      "priceVnd",
      "stockCount",
      "madeOn",
    ]);
  });

  it("is named absent when the file does not have it, also by a row in error", async () => {
    const absent = await planOf("slug,priceVnd\nkhac,1000", {}, true);
    expect(absent[1]).toMatchObject({
      kind: "emptied",
      productId: "prd_1",
      changes: [{ column: "stockCount", before: "12", after: "2" }],
    });
    expect(await planOf("slug,priceVnd\nmat-ong,x", {}, true)).toMatchObject([{ kind: "wrong" }]);
    expect(await planOf("slug,priceVnd\nmat-ong,x\n", { lots: [] }, true)).toHaveLength(1);
    expect(await planOf("slug,priceVnd\nkhac,x\n", { lots: [lot(2, 2)] }, true)).toHaveLength(1);
  });
});
