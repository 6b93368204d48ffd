import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bankTransactions } from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import { transfers } from "~db/schema/settlement";
import { sweepStatements } from "~/domain/statements/sweep-statements.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { HOUR_MS } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { advanceStatements } from "./advance-statements.server";
import {
  auditedActions,
  bringIn,
  check,
  confirm,
  advanceAll,
  fileOf,
  HEADER,
  importOf,
  inbox,
  insertOfficer,
  outcomesOf,
  rowsOf,
  upload,
} from "./test-statements";
import {
  DUE,
  expire,
  EXPIRED,
  PAID,
  pay,
  place,
  setUpTransfers,
  standing,
  UNPAID,
} from "./test-transfers";

setUpTransfers();

const DAY = "22/11/2026";
const count = async () => (await inbox()).length;

describe("a statement's way into the inbox", () => {
  it("is tried out without a trace, and comes out as the check said", async () => {
    const officer = await insertOfficer();
    const exact = await place();
    const short = await place();
    const late = await place();
    await pay(late.code, 1_000);
    await expire();
    const open = await place();
    const text = fileOf([
      { day: `${DAY} 10:04:00`, reference: "FT4", content: `${late.code} bu`, credit: DUE - 1_000 },
      { day: `${DAY} 10:03:00`, reference: "FT3", content: "mua hang", credit: 50_000 },
      { day: `${DAY} 10:02:00`, reference: "FT2", content: `CT ${short.code}`, credit: DUE - 1 },
      { day: `${DAY} 10:01:00`, reference: "FT1", content: `${exact.code}`, credit: DUE },
      {
        day: `${DAY} 10:00:30`,
        reference: "FT7",
        content: `${open.code} lan 2`,
        credit: DUE - 100,
      },
      { day: `${DAY} 10:00:00`, reference: "FT6", content: `${open.code} lan 1`, credit: 100 },
      { day: `${DAY} 09:59:00`, reference: "FT5", content: "PHI QL TK", debit: "11.000" },
    ]);
    const before = [await count(), await auditedActions()];
    const importId = await check(officer, text);
    expect(await count()).toBe(before[0]);
    expect(await standing(open)).toMatchObject({ payment: "open", captured: 0 });
    const expected = await outcomesOf(importId, "expected");
    // The two that expired may be paid late and whole; what was owed back already is not topped up.
    expect(expected).toEqual([
      "refund_due",
      "no_reference",
      "refund_due",
      "late_accepted",
      "paid",
      "partially_paid",
      "outgoing",
    ]);
    expect((await confirm(officer, importId)).ok).toBe(true);
    await advanceAll();
    expect(await outcomesOf(importId, "found")).toEqual(expected);
    expect(await standing(open)).toMatchObject({ payment: "paid", checkout: "accepted" });
    expect(await standing(exact)).toMatchObject({ payment: "paid", checkout: "accepted" });
    expect(await standing(short)).toMatchObject({
      ...EXPIRED,
      refund: DUE - 1,
      bank: expect.any(Number),
      suspense: expect.any(Number),
    });
    expect(await importOf(importId)).toMatchObject({ status: "imported", postedCount: 5 });
    const actions = (await auditedActions()).filter((one) => one.startsWith("bank_statement"));
    expect(actions).toEqual([
      "bank_statement.confirm",
      "bank_statement.import",
      "bank_statement.map",
      "bank_statement.upload",
    ]);
    const [line] = await reader()
      .select()
      .from(bankTransactions)
      .where(eq(bankTransactions.bankReference, "FT1"));
    expect(line?.provider).toBe("statement");
    expect(unseal(line?.sealedBody ?? "", line?.id ?? "")).toBe(
      `${DAY} 10:01:00;FT1;${exact.code};;${DUE};`,
    );
  });

  it("takes the oldest line first, whichever way the file goes", async () => {
    const officer = await insertOfficer();
    const checkout = await place();
    const lines = [
      { day: "20/11/2026", reference: "A", content: checkout.code, credit: 1_000 },
      { day: "21/11/2026", reference: "B", content: checkout.code, credit: DUE - 1_000 },
      { day: "22/11/2026", reference: "C", content: checkout.code, credit: 5_000 },
    ];
    const importId = await bringIn(officer, fileOf(lines.toReversed()));
    expect(await outcomesOf(importId, "found")).toEqual(["refund_due", "paid", "partially_paid"]);
    expect(await outcomesOf(importId, "expected")).toEqual(await outcomesOf(importId, "found"));
    expect(await standing(checkout)).toMatchObject({ ...PAID, refund: 5_000, bank: DUE + 5_000 });
  });

  it("says which rows came out otherwise because something happened in between", async () => {
    const officer = await insertOfficer();
    const checkout = await place();
    const importId = await check(
      officer,
      fileOf([{ day: DAY, reference: "A", content: checkout.code, credit: DUE }]),
    );
    await pay(checkout.code, DUE);
    await confirm(officer, importId);
    await advanceAll();
    const [row] = await rowsOf(importId);
    expect(row).toMatchObject({ expected: "paid", found: "may_be_known" });
  });

  it("goes on where it was cut short, and ends the same", async () => {
    const officer = await insertOfficer();
    const checkout = await place();
    const lines = Array.from({ length: 45 }, (_, i) => ({
      day: DAY,
      reference: `R${i}`,
      content: i === 30 ? checkout.code : `khach ${i}`,
      credit: i === 30 ? DUE : 1_000 + i,
    }));
    const importId = await check(officer, fileOf(lines));
    await confirm(officer, importId);
    await advanceStatements(); // 20 lines, and the process dies
    expect(await count()).toBe(20);
    // Two processes find the same lines to do.
    await Promise.all([advanceStatements(), advanceStatements()]);
    await advanceAll();
    expect(await count()).toBe(45);
    expect(await outcomesOf(importId, "found")).toEqual(await outcomesOf(importId, "expected"));
    expect(await standing(checkout)).toMatchObject({ payment: "paid" });
  });
});

describe("a file that is not ours to take", () => {
  it("of another account: named in its titles, or in its column", async () => {
    const officer = await insertOfficer();
    const titled = ["SAO KÊ TÀI KHOẢN;;", "Số tài khoản: 1234 5678 9012;;", fileOf([])].join("\n");
    expect(await upload(officer, titled)).toMatchObject({ code: "statement_other_account" });
    const own = `So tai khoan: ${settings().BANK_ACCOUNT_NUMBER}\n${fileOf([])}`;
    expect((await upload(officer, own)).ok).toBe(true);
    const column = [
      "Ngày giao dịch;Số tài khoản;Nội dung;Số tiền",
      `${DAY};${settings().BANK_ACCOUNT_NUMBER};a;+1.000`,
      `${DAY};${settings().BANK_ACCOUNT_NUMBER};c;+1.000`,
      `${DAY};999988887777;b;+2.000`,
    ].join("\n");
    await expect(check(officer, column)).rejects.toThrow("statement_other_account");
    expect(await reader().select().from(transfers)).toEqual([]);
  });

  it("goes after a day when nobody confirmed it, with its rows", async () => {
    const officer = await insertOfficer();
    const kept = await bringIn(officer, fileOf([{ day: DAY, content: "a", credit: 1_000 }]));
    const left = await check(officer, fileOf([{ day: DAY, content: "b", credit: 2_000 }]));
    setClock(now() + 23 * HOUR_MS);
    await sweepStatements();
    expect(await rowsOf(left)).toHaveLength(1);
    setClock(now() + 2 * HOUR_MS);
    await sweepStatements();
    expect(await rowsOf(left)).toEqual([]);
    expect(await rowsOf(kept)).toHaveLength(1);
    const again = await upload(officer, fileOf([{ day: DAY, content: "b", credit: 2_000 }]));
    expect(again).toMatchObject({ ok: true, value: { isKnown: false } });
  });

  it("what was confirmed can neither be changed nor deleted", async () => {
    const officer = await insertOfficer();
    const importId = await bringIn(officer, fileOf([{ day: DAY, content: "a", credit: 1_000 }]));
    const ofRows = eq(statementRows.importId, importId);
    const ofImport = eq(statementImports.id, importId);
    const refused = [
      inTransaction((tx) => tx.update(statementRows).set({ content: "khac" }).where(ofRows)),
      inTransaction((tx) => tx.delete(statementRows).where(ofRows)),
      inTransaction((tx) => tx.delete(statementImports).where(ofImport)),
      inTransaction((tx) =>
        tx.update(statementImports).set({ confirmedById: null }).where(ofImport),
      ),
    ];
    for (const one of refused) await expect(one).rejects.toThrow();
  });
});

it("an untouched checkout stays so", async () => {
  const officer = await insertOfficer();
  const checkout = await place();
  await check(officer, `${HEADER}\n${DAY};;${checkout.code};;${DUE};`);
  expect(await standing(checkout)).toEqual(UNPAID);
  expect(await inbox()).toEqual([]);
});
