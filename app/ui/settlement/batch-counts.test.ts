import { expect, it } from "vitest";
import { countsQuery, readCounts } from "./batch-counts";

const parsed = (query: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));

it("says in the address what became of a batch, each refusal by its code", () => {
  const query = countsQuery({
    approvedCount: 2,
    takenOutCount: 1,
    refusedCounts: { amount_over_owed: 1, payee_second_person: 2 },
  });
  expect(readCounts(parsed(query), 6)).toEqual({
    approved: 2,
    out: 1,
    refused: [
      { code: "amount_over_owed", count: 1 },
      { code: "payee_second_person", count: 2 },
    ],
  });
});

it("takes no count from an address that the batch cannot have", () => {
  const query = { approved: 99, out: -3, "refused-amount_over_owed": "x" };
  expect(readCounts(parsed(query), 2)).toEqual({ approved: 2, out: 0, refused: [] });
});
