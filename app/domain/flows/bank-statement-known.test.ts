import { describe, expect, it } from "vitest";
import { statementImports } from "~db/schema/statements";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { bringIn, fileOf, inbox, insertOfficer, outcomesOf, upload } from "./test-statements";
import { DUE, NOW, place, receive, setUpTransfers, standing } from "./test-transfers";

setUpTransfers();

const DAY = "22/11/2026";
const count = async () => (await inbox()).length;

describe("the same money once", () => {
  it("the same file again leads to what became of it", async () => {
    const officer = await insertOfficer();
    const text = fileOf([{ day: DAY, reference: "A", content: "x", credit: 1_000 }]);
    const first = await bringIn(officer, text);
    expect(await upload(officer, text)).toEqual({
      ok: true,
      value: { importId: first, isKnown: true },
    });
    expect(await reader().select().from(statementImports)).toHaveLength(1);
  });

  it("an overlapping file brings in what is new alone", async () => {
    const officer = await insertOfficer();
    const a = { day: "20/11/2026", reference: "A", content: "mot", credit: 1_000 };
    const b = { day: "21/11/2026", content: "hai", credit: 2_000 };
    const twin = { day: "21/11/2026", content: "hai", credit: 2_000 };
    const c = { day: "22/11/2026", reference: "C", content: "ba", credit: 3_000 };
    await bringIn(officer, fileOf([a, b]));
    const second = await bringIn(officer, fileOf([b, twin, c]));
    expect(await outcomesOf(second, "found")).toEqual(["known", "no_reference", "no_reference"]);
    const third = await bringIn(officer, fileOf([{ ...c, content: "BA  (in lai)" }, twin, b, a]));
    expect(await outcomesOf(third, "found")).toEqual(["known", "known", "known", "known"]);
    expect(await count()).toBe(4);
  });

  it("a fee under the reference of its transfer is another line", async () => {
    const officer = await insertOfficer();
    const importId = await bringIn(
      officer,
      fileOf([
        { day: "21/11/2026", reference: "FT0", content: "nap", credit: 900_000 },
        { day: DAY, reference: "FT1", content: "chuyen", debit: 500_000 },
        { day: DAY, reference: "FT1", content: "phi", debit: 3_300 },
        { day: DAY, reference: "FT1", content: "hoan", credit: 3_300 },
      ]),
    );
    expect(await outcomesOf(importId, "found")).toEqual([
      "no_reference",
      "outgoing",
      "outgoing",
      "no_reference",
    ]);
  });

  it("a line without its reference, its time or its balance is known again", async () => {
    const officer = await insertOfficer();
    const line = {
      day: `${DAY} 08:15:00`,
      reference: "FT1",
      content: "MUA MAT ONG",
      credit: 1_000,
      balance: 9_000,
    };
    await bringIn(officer, fileOf([line]));
    const bare = { day: DAY, content: "mua  mat-ong", credit: "1.000" };
    expect(await outcomesOf(await bringIn(officer, fileOf([bare])), "found")).toEqual(["known"]);
    const other = { ...line, reference: "FT2", balance: 10_000 };
    expect(await outcomesOf(await bringIn(officer, fileOf([other, line])), "found")).toEqual([
      "no_reference",
      "known",
    ]);
  });
});

describe("a line that a service told of too", () => {
  const at = "22/11/2026 08:15:00";
  const occurredAt = NOW - 45 * 60_000; // the same moment
  it("is known, by the bank's reference or by its facts, and pays once", async () => {
    const officer = await insertOfficer();
    const checkout = await place();
    const content = `MBVCB.1.${checkout.code}.CT`;
    await receive({ content, amountVnd: vnd(DUE), occurredAt, bankReference: "FT9" });
    await receive({ content: "khong so", amountVnd: vnd(7_000), occurredAt, bankReference: null });
    const importId = await bringIn(
      officer,
      fileOf([
        { day: at, reference: "FT9", content: `${content} them chu`, credit: DUE },
        { day: "22/11/2026", content: "KHONG  SO", credit: "7.000" },
      ]),
    );
    expect(await outcomesOf(importId, "expected")).toEqual(["known", "known"]);
    expect(await outcomesOf(importId, "found")).toEqual(["known", "known"]);
    expect(await standing(checkout)).toMatchObject({ payment: "paid", refund: 0 });
    expect(await count()).toBe(2);
  });

  it("that comes late by the service, after the file, is no second money", async () => {
    const officer = await insertOfficer();
    const checkout = await place();
    const content = checkout.code;
    await bringIn(officer, fileOf([{ day: at, reference: "FT9", content, credit: DUE }]));
    const late = await receive({ content, amountVnd: vnd(DUE), occurredAt, bankReference: "FT9" });
    expect(late.judgement).toBeNull();
    expect(await standing(checkout)).toMatchObject({ payment: "paid", refund: 0 });
    expect(await count()).toBe(1);
  });
});
