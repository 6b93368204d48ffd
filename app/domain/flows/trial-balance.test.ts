import { describe, expect, it } from "vitest";
import { LEDGER_ACCOUNT_KINDS } from "~/domain/settlement/ledger-accounts";
import {
  firstLedgerMonth,
  loadTrialBalance,
} from "~/domain/settlement/queries-trial-balance.server";
import { setClock } from "~/platform/clock.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { DUE, pay, place, receive, setUpTransfers } from "./test-transfers";

setUpTransfers();

const at = (date: string) => setClock(startOfDate(date) + 9 * 3_600_000);

/** A sale in October, money nobody knows in November, and some of both in December. */
async function threeMonths(): Promise<void> {
  at("2026-10-31");
  const { code } = await place();
  await pay(code, DUE);
  at("2026-11-01");
  await receive({ amountVnd: vnd(70_000), content: "=1+1", bankReference: "=FT1" });
  at("2026-12-02");
  await receive({ amountVnd: vnd(5_000), direction: "out" });
}

const side = (debitVnd: number, creditVnd = 0) => ({ debitVnd, creditVnd });
const rowOf = async (month: string, kind: string) => {
  const { rows } = await loadTrialBalance(month);
  return rows.find((row) => row.kind === kind);
};

describe("the trial balance", () => {
  it("tells of each month what was there, what was posted and what is left", async () => {
    await threeMonths();
    expect(await rowOf("2026-10", "bank")).toEqual({
      kind: "bank",
      opening: side(0),
      moved: side(DUE),
      closing: side(DUE),
    });
    expect(await rowOf("2026-11", "bank")).toMatchObject({
      opening: side(DUE),
      moved: side(70_000),
      closing: side(DUE + 70_000),
    });
    expect(await rowOf("2026-11", "suspense")).toMatchObject({
      opening: side(0),
      moved: side(0, 70_000),
      closing: side(0, 70_000),
    });
    expect(await rowOf("2026-12", "outflow")).toMatchObject({
      moved: side(5_000),
      closing: side(5_000),
    });
    expect(await firstLedgerMonth()).toBe("2026-10");
  });

  it("has every kind of account, debits that equal credits, and a month that begins where the last ended", async () => {
    await threeMonths();
    let closing = new Map<string, unknown>();
    for (const month of ["2026-09", "2026-10", "2026-11", "2026-12"]) {
      const { rows } = await loadTrialBalance(month);
      expect(rows.map(({ kind }) => kind)).toEqual([...LEDGER_ACCOUNT_KINDS]);
      for (const part of ["opening", "moved", "closing"] as const) {
        const [debitVnd, creditVnd] = (["debitVnd", "creditVnd"] as const).map((of) =>
          rows.reduce((total, row) => total + row[part][of], 0),
        );
        expect(debitVnd).toBe(creditVnd);
      }
      for (const row of rows) expect(row.opening).toEqual(closing.get(row.kind) ?? side(0));
      closing = new Map(rows.map((row) => [row.kind, row.closing]));
    }
  });
});
