import { expect, test } from "vitest";
import { vnd } from "~/platform/money";
import { chooseVintages } from "./retail-vintages";
import type { RetailTotal } from "./types";

function vintage(id: string, publishedOn: string, enteredAt: number): RetailTotal {
  return {
    id,
    month: "2026-10",
    kind: "goods",
    amountVnd: vnd(1_000),
    stage: "estimate",
    source: "Báo cáo",
    publishedOn,
    enteredAt,
    isSample: false,
  };
}

test("the latest publication counts, in whatever order they were entered", () => {
  const estimate = vintage("a", "2026-10-28", 300);
  const final = vintage("b", "2026-11-28", 200);
  for (const totals of [
    [estimate, final],
    [final, estimate],
  ]) {
    expect(chooseVintages(totals).get("2026-10 goods")).toBe(final);
  }
});

test("of one day's publication the one entered last counts, so that a slip can be mended", () => {
  const slip = vintage("a", "2026-11-28", 100);
  const mended = vintage("b", "2026-11-28", 200);
  expect(chooseVintages([mended, slip]).get("2026-10 goods")).toBe(mended);
});

test("months and kinds do not mix", () => {
  const goods = vintage("a", "2026-11-28", 100);
  const all: RetailTotal = { ...vintage("b", "2026-11-29", 100), kind: "goods_services" };
  const earlier: RetailTotal = { ...vintage("c", "2026-11-29", 100), month: "2026-09" };
  const chosen = chooseVintages([goods, all, earlier]);
  expect(chosen.get("2026-10 goods")).toBe(goods);
  expect(chosen.get("2026-10 goods_services")).toBe(all);
  expect(chosen.get("2026-09 goods")).toBe(earlier);
});
