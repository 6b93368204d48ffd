import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import type { UserActor } from "~/domain/audit/actor";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { translatorFor } from "./i18n";
import { journalCsvWords } from "./journal-csv-words";
import { exportJournal } from "~/domain/flows/export-journal.server";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import { DUE, pay, place, receive, setUpTransfers } from "~/domain/flows/test-transfers";

setUpTransfers();

let officer: UserActor;
beforeEach(async () => {
  [officer] = await insertTestOfficers();
});

const at = (date: string) => setClock(startOfDate(date) + 9 * 3_600_000);

/** A sale in October, and money nobody knows in November. */
async function twoMonths(): Promise<void> {
  at("2026-10-31");
  const { code } = await place();
  await pay(code, DUE);
  at("2026-11-01");
  await receive({ amountVnd: vnd(70_000), content: "=1+1", bankReference: "=FT1" });
}

describe("the journal", () => {
  const words = journalCsvWords(translatorFor("vi"));
  const exported = async (month: string) =>
    new Response(await exportJournal(officer, { month, words })).text();

  it("has each transfer of the month in the order of posting, in words, and no formula", async () => {
    await twoMonths();
    const october = (await exported("2026-10")).trim().split("\r\n");
    expect(october[0]).toContain("Ngày ghi sổ,Tài khoản Nợ,Tài khoản Có");
    expect(october.slice(1)).toEqual([
      expect.stringMatching(
        new RegExp(`^31/10/2026,Tiền gửi ngân hàng,Người mua trả trước,${DUE},Thu chuyển khoản,`),
      ),
    ]);
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
