import { allocateLine } from "./allocate-line.server";
import { approveDisbursement } from "./approve-disbursement.server";
import { decideShown } from "./test-decide-line";
import { confirmStatement } from "./confirm-statement.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { prepareRefund } from "./prepare-refund.server";
import { insertTestOfficers } from "./test-officers";
import { GUEST } from "~/domain/audit/actor";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { bankTransactions } from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import { transfers } from "~db/schema/settlement";
import { sweepStatements } from "~/domain/statements/sweep-statements.server";
import { loadStatement } from "~/domain/statements/queries-work.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { vnd } from "~/platform/money";
import { HOUR_MS } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { advanceStatements } from "./advance-statements.server";
import { mapStatement } from "./map-statement.server";
import {
  auditedActions,
  bringIn,
  check,
  confirm,
  advanceAll,
  errorsOf,
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
  NOW,
  PAID,
  pay,
  place,
  receive,
  setUpTransfers,
  standing,
  UNPAID,
} from "./test-transfers";

setUpTransfers();

const DAY = "22/11/2026";
const count = async () => (await reader().select().from(bankTransactions)).length;

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

describe("what needs a person's yes", () => {
  it("rows in error are left out only when that was said, and stay listed", async () => {
    const officer = await insertOfficer();
    const importId = await check(
      officer,
      fileOf([
        { day: "31/02/2026", content: "a", credit: 1_000 },
        { day: DAY, content: "b", credit: 2_000 },
      ]),
    );
    expect(await errorsOf(importId)).toEqual([[2, "date_impossible", "Ngày giao dịch"]]);
    expect(await confirm(officer, importId)).toMatchObject({ code: "statement_has_errors" });
    expect((await confirm(officer, importId, true)).ok).toBe(true);
    await advanceAll();
    expect(await count()).toBe(1);
    expect(await errorsOf(importId)).toHaveLength(1);
    expect(await importOf(importId)).toMatchObject({ withoutErrors: true, status: "imported" });
  });

  it("a file whose days were turned by a spreadsheet program is refused whole", async () => {
    const officer = await insertOfficer();
    const importId = await check(
      officer,
      fileOf([
        { day: "11/23/2025", content: "a", credit: 1_000 },
        { day: "11/12/2025", content: "b", credit: 2_000 },
      ]),
    );
    const refused = await confirm(officer, importId, true);
    expect(refused).toMatchObject({ code: "statement_month_first" });
  });

  it("from 5,000,000 đ for orders on, somebody else confirms; small files add up to that", async () => {
    const officer = await insertOfficer();
    const second = await insertOfficer();
    const codes = [await place(), await place(), await place()].map(({ code }) => code);
    const file = (code: string, credit: number) =>
      fileOf([{ day: DAY, reference: code, content: code, credit }]);
    await bringIn(officer, file(codes[0] ?? "", 2_000_000));
    await bringIn(officer, file(codes[1] ?? "", 2_999_999));
    const importId = await check(officer, file(codes[2] ?? "", DUE));
    const alone = await confirm(officer, importId);
    expect(alone).toMatchObject({ code: "statement_second_person" });
    expect(await importOf(importId)).toMatchObject({ status: "checked", confirmedAt: null });
    expect((await confirm(second, importId)).ok).toBe(true);
    await advanceAll();
    expect(await importOf(importId)).toMatchObject({ confirmedById: second.userId });
  });

  it("what names no order counts too, and what says that approved money has left always does", async () => {
    const [officer, second] = [await insertOfficer(), await insertOfficer()];
    const unknown = fileOf([{ day: DAY, content: "khong ma", credit: 90_000_000 }]);
    const importId = await check(officer, unknown);
    expect(await confirm(officer, importId)).toMatchObject({ code: "statement_second_person" });
    const checkout = await place();
    await pay(checkout.code, DUE + 50_000);
    const account = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
    await enterRefundAccount(GUEST, { ownerId: checkout.id, account });
    const [one, two] = await insertTestOfficers();
    const prepared = await prepareRefund(one, { ownerId: checkout.id, amountVnd: vnd(50_000) });
    const code = prepared.ok ? prepared.value.code : "";
    await approveDisbursement(two, { code });
    const sent = await check(officer, fileOf([{ day: DAY, content: code, debit: 50_000 }]));
    expect(await confirm(officer, sent)).toMatchObject({ code: "statement_second_person" });
    expect((await confirm(second, sent)).ok).toBe(true);
  });

  it("what a file brought in nobody says alone what it was for", async () => {
    const officer = await insertOfficer();
    const [one, two] = await insertTestOfficers();
    const checkout = await place();
    await bringIn(officer, fileOf([{ day: DAY, content: "khong ma", credit: DUE }]));
    const [row] = await rowsOf((await reader().select().from(statementImports))[0]?.id ?? "");
    const bankTransactionId = row?.bankTransactionId ?? "";
    const parts = [{ purpose: "order" as const, code: checkout.code, amountVnd: vnd(DUE) }];
    const said = await allocateLine(one, { bankTransactionId, note: "Hỏi rồi", parts });
    expect(said).toEqual({ ok: true, value: { isDone: false } });
    await decideShown(two, { bankTransactionId, decision: "agree", note: "" });
    expect(await standing(checkout)).toMatchObject({ payment: "paid" });
  });

  it("who said the columns cannot be the second person", async () => {
    const [officer, mapper] = [await insertOfficer(), await insertOfficer()];
    const { code } = await place();
    const uploaded = await upload(
      officer,
      fileOf([{ day: DAY, content: code, credit: 6_000_000 }]),
    );
    const importId = uploaded.ok ? uploaded.value.importId : "";
    const mapping = { date: 0, content: 2, credit: 4 };
    const accountNumber = settings().BANK_ACCOUNT_NUMBER;
    await mapStatement(mapper.actor, { importId, userId: mapper.userId, mapping, accountNumber });
    await advanceAll();
    for (const one of [officer, mapper]) {
      expect(await confirm(one, importId)).toMatchObject({ code: "statement_second_person" });
    }
  });

  it("a yes counts for the columns that were shown, not for those that were said since", async () => {
    const [officer, second] = [await insertOfficer(), await insertOfficer()];
    const { code } = await place();
    const line = { day: DAY, reference: code, content: "chuyen tien", credit: 6_000_000 };
    const importId = await check(officer, fileOf([line]));
    expect(await outcomesOf(importId, "expected")).toEqual(["no_reference"]);
    const mappedAt = (await importOf(importId)).mappedAt ?? 0;
    const shown = { importId, userId: second.userId, mappedAt, withoutErrors: false };
    // By these the reference is the memo, and the money an order's.
    const mapping = { date: 0, content: 1, credit: 4 };
    const accountNumber = settings().BANK_ACCOUNT_NUMBER;
    const columns = { importId, userId: officer.userId, mapping, accountNumber };
    expect((await mapStatement(officer.actor, columns)).ok).toBe(true);
    const outdated = { code: "statement_mapped_since" };
    expect(await confirmStatement(second.actor, shown)).toMatchObject(outdated);
    await advanceAll();
    expect(await outcomesOf(importId, "expected")).toEqual(["overpaid"]);
    expect(await confirmStatement(second.actor, shown)).toMatchObject(outdated);
    expect(await importOf(importId)).toMatchObject({ status: "checked", confirmedAt: null });
    expect((await confirm(second, importId)).ok).toBe(true);
  });

  it("other columns begin the check anew; not after the yes", async () => {
    const officer = await insertOfficer();
    const importId = await check(
      officer,
      fileOf([{ day: DAY, content: "a", credit: 1_000, debit: "" }]),
    );
    const columns = {
      importId,
      userId: officer.userId,
      mapping: { date: 0, content: 2, credit: 3 },
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
    };
    expect((await mapStatement(officer.actor, columns)).ok).toBe(true);
    expect(await confirm(officer, importId)).toMatchObject({ code: "statement_not_checked" });
    await advanceAll();
    expect(await errorsOf(importId)).toEqual([[2, "amount_missing", "Ghi nợ"]]);
    expect(await confirm(officer, importId)).toMatchObject({ code: "statement_without_lines" });
    const right = { ...columns, mapping: { date: 0, content: 2, credit: 4 } };
    await mapStatement(officer.actor, right);
    await advanceAll();
    await confirm(officer, importId);
    const refused = await mapStatement(officer.actor, right);
    expect(refused).toMatchObject({ code: "statement_confirmed" });
    expect((await confirm(officer, importId)).ok).toBe(true); // a second click
    await advanceAll();
    // The next file with these headings is read as this one was said to be.
    const next = await upload(officer, fileOf([{ day: DAY, content: "b", credit: 2_000 }]));
    const file = await loadStatement(reader(), next.ok ? next.value.importId : "");
    expect(file?.mapping).toEqual(right.mapping);
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
