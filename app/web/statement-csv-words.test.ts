import { expect, it } from "vitest";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import {
  bringMyself,
  confirm,
  deliver,
  householdId,
  place,
  setUpOrders,
} from "~/domain/flows/test-orders";
import {
  approved,
  asOneLine,
  complain,
  delivered,
  enter,
  giveBack,
  later,
  leave,
} from "~/domain/flows/test-payouts";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { statementCsv } from "~/domain/settlement/statement-csv.server";
import { present } from "~/platform/invariant";
import { translatorFor } from "./i18n";
import { statementCsvWords } from "./statement-csv-words";

setUpOrders();

it("the table of a statement has in each row parts that make its change, and rows that make its closing", async () => {
  const [one, two] = await insertTestOfficers();
  await enter();
  const own = await place("cod");
  await confirm(own.jar);
  await bringMyself(own.jar);
  await deliver(own.jar);
  const paid = await delivered();
  later(12);
  const { code, payout } = await approved(one, two);
  await leave(payout.code, payout.amountVnd);
  await asOneLine(one, "in", [payout]);
  await approved(one, two, `after-${code}-00000001`);
  await giveBack(await complain(paid));
  for (const month of ["2026-11", "2026-12"]) {
    const statement = present(await loadStatement(householdId, month), "no such household");
    expect(statement.isOver).toBe(month === "2026-11");
    const csv = statementCsv(statement, statementCsvWords(translatorFor("vi")));
    const [head, opening, ...rows] = csv
      .trim()
      .split("\r\n")
      .map((row) => row.split(","));
    const closing = present(rows.pop(), "no last row");
    expect(closing[1]).toBe(statement.isOver ? "Số dư cuối tháng" : "Số dư đến hôm nay");
    const at = (name: string) => present(head, "no head").indexOf(name);
    const numberOf = (row: string[] | undefined, name: string) => Number(row?.[at(name)]);
    let [balanceVnd, owedVnd] = [numberOf(opening, "Số dư"), numberOf(opening, "Còn nợ chợ")];
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row).toHaveLength(present(head, "no head").length);
      const parts = row.slice(at("Tiền hàng"), at("Tăng giảm"));
      const changeVnd = numberOf(row, "Tăng giảm");
      expect(parts.reduce((total, part) => total + Number(part), 0)).toBe(changeVnd);
      balanceVnd += changeVnd;
      owedVnd += numberOf(row, "Nợ chợ tăng giảm");
      expect([numberOf(row, "Số dư"), numberOf(row, "Còn nợ chợ")]).toEqual([balanceVnd, owedVnd]);
    }
    expect([numberOf(closing, "Số dư"), numberOf(closing, "Còn nợ chợ")]).toEqual([
      balanceVnd,
      owedVnd,
    ]);
  }
});
