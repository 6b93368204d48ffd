import { allocateLine } from "./allocate-line.server";
import { approveDisbursement } from "./approve-disbursement.server";
import { decideShown } from "./test-decide-line";
import { confirmStatement } from "./confirm-statement.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { prepareRefund } from "./prepare-refund.server";
import { insertTestOfficers } from "./test-officers";
import { GUEST } from "~/domain/audit/actor";
import { describe, expect, it } from "vitest";
import { statementImports } from "~db/schema/statements";
import { loadStatement } from "~/domain/statements/queries-work.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { vnd } from "~/platform/money";
import { mapStatement } from "./map-statement.server";
import {
  bringIn,
  check,
  confirm,
  advanceAll,
  errorsOf,
  fileOf,
  importOf,
  inbox,
  insertOfficer,
  outcomesOf,
  rowsOf,
  upload,
} from "./test-statements";
import { DUE, pay, place, setUpTransfers, standing } from "./test-transfers";

setUpTransfers();

const DAY = "22/11/2026";
const count = async () => (await inbox()).length;

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
