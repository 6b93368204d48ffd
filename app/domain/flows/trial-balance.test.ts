import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import type { UserActor } from "~/domain/audit/actor";
import { LEDGER_ACCOUNT_KINDS } from "~/domain/settlement/ledger-accounts";
import {
  firstLedgerMonth,
  loadTrialBalance,
} from "~/domain/settlement/queries-trial-balance.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { translatorFor } from "~/web/i18n";
import { journalCsvWords } from "~/web/journal-csv-words";
import { exportJournal } from "./export-journal.server";
import { insertTestOfficers } from "./test-officers";
import { DUE, pay, place, receive, setUpTransfers } from "./test-transfers";

setUpTransfers();

let officer: UserActor;
beforeEach(async () => {
  [officer] = await insertTestOfficers();
});

const at = (date: string) => setClock(startOfDate(date) + 9 * 3_600_000);

/** A sale in October, money nobody knows in November, and some of both in December. */
async function threeMonths(): Promise<string> {
  at("2026-10-31");
  const { code } = await place();
  await pay(code, DUE);
  at("2026-11-01");
  await receive({ amountVnd: vnd(70_000), content: "=1+1", bankReference: "=FT1" });
  at("2026-12-02");
  await receive({ amountVnd: vnd(5_000), direction: "out" });
  return code;
}

const rowOf = async (month: string, kind: string) => {
  const { rows } = await loadTrialBalance(month);
  return rows.find((row) => row.kind === kind);
};

describe("the trial balance", () => {
  it("tells of each month what was there, what was posted and what is left", async () => {
    await threeMonths();
    expect(await rowOf("2026-10", "bank")).toMatchObject({
      openingVnd: 0,
      debitVnd: DUE,
      creditVnd: 0,
      closingVnd: DUE,
    });
    expect(await rowOf("2026-11", "bank")).toMatchObject({
      openingVnd: DUE,
      debitVnd: 70_000,
      creditVnd: 0,
      closingVnd: DUE + 70_000,
    });
    expect(await rowOf("2026-11", "suspense")).toMatchObject({
      openingVnd: 0,
      debitVnd: 0,
      creditVnd: 70_000,
      closingVnd: -70_000,
    });
    expect(await rowOf("2026-12", "outflow")).toMatchObject({ debitVnd: 5_000, closingVnd: 5_000 });
    expect(await firstLedgerMonth()).toBe("2026-10");
  });

  it("has every kind of account, debits that equal credits, and a month that begins where the last ended", async () => {
    await threeMonths();
    let closing = new Map<string, number>();
    for (const month of ["2026-09", "2026-10", "2026-11", "2026-12"]) {
      const { rows } = await loadTrialBalance(month);
      expect(rows.map(({ kind }) => kind)).toEqual([...LEDGER_ACCOUNT_KINDS]);
      const sum = (of: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + of(row), 0);
      expect([sum((row) => row.openingVnd), sum((row) => row.closingVnd)]).toEqual([0, 0]);
      expect(sum((row) => row.debitVnd)).toBe(sum((row) => row.creditVnd));
      for (const row of rows) expect(row.openingVnd).toBe(closing.get(row.kind) ?? 0);
      closing = new Map(rows.map((row) => [row.kind, row.closingVnd]));
    }
  });
});

describe("the journal", () => {
  const words = journalCsvWords(translatorFor("vi"));
  const exported = async (month: string) =>
    new Response(await exportJournal(officer, { month, words })).text();

  it("has each transfer of the month in the order of posting, in words, and no formula", async () => {
    const code = await threeMonths();
    const october = (await exported("2026-10")).trim().split("\r\n");
    expect(october[0]).toContain("Ngày ghi sổ,Tài khoản Nợ,Tài khoản Có");
    expect(october.slice(1)).toEqual([
      expect.stringMatching(
        new RegExp(`^31/10/2026,Tiền gửi ngân hàng,Người mua trả trước,${DUE},Thu chuyển khoản,`),
      ),
    ]);
    expect(code).not.toBe("");
    const november = await exported("2026-11");
    expect(november).toContain("Tiền vào chưa rõ,70000,Thu chuyển khoản,'=FT1");
    const audited = await reader().select().from(auditEntries);
    expect(audited.filter(({ action }) => action === "journal.export")).toHaveLength(2);
  });

  it("is read in pages, each row once", async () => {
    at("2026-11-05");
    await inTransaction(async (tx) => {
      for (let n = 1; n <= 1_203; n += 1) {
        await postTransfer(tx, {
          key: `test:${n}`,
          debit: { kind: "owner_funds" },
          credit: { kind: "other_income" },
          amountVnd: vnd(n),
          reason: "opening_balance",
          reference: { kind: "bank_opening", id: String(n) },
        });
      }
    });
    const rows = (await exported("2026-11")).trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(1_203);
    const sum = rows.reduce((total, row) => total + Number(row.split(",")[3]), 0);
    expect(sum).toBe((1_203 * 1_204) / 2);
  });
});
