import { describe, expect, test } from "vitest";
import { retailTotalForm } from "./forms";

const form = retailTotalForm("2026-11-22");
const RIGHT = {
  month: "2026-10",
  kind: "goods",
  amount: "4.671,4",
  stage: "estimate",
  source: "Báo cáo tháng 10",
  publishedOn: "06/11/2026",
};

function problemsOf(change: Record<string, string | undefined>) {
  const parsed = form.safeParse({ ...RIGHT, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

describe("a retail total as it is typed", () => {
  test("comes out in đồng and in the calendar's own order", () => {
    expect(form.parse(RIGHT)).toEqual({
      ...RIGHT,
      amount: { vnd: 4_671_400_000_000, isAmbiguous: false },
      publishedOn: "2026-11-06",
    });
    expect(problemsOf({ publishedOn: "2026-11-22", month: "2026-11" })).toEqual([]);
  });

  test("is an estimate until its month is over, whatever it is called", () => {
    for (const stage of ["preliminary", "final"]) {
      const early = { stage, month: "2026-11", publishedOn: "22/11/2026" };
      expect(problemsOf(early)).toEqual(["stage: retail_stage_early"]);
      const lastDay = { stage, publishedOn: "31/10/2026" };
      expect(problemsOf(lastDay)).toEqual(["stage: retail_stage_early"]);
      expect(problemsOf({ stage, publishedOn: "01/11/2026" })).toEqual([]);
    }
    expect(problemsOf({ month: "2026-12", stage: "final" })).toContain("month: month_in_future");
  });

  test.each([
    [{ month: undefined }, "month: month_missing"],
    [{ month: "10/2026" }, "month: month_invalid"],
    [{ month: "2026-13" }, "month: month_invalid"],
    [{ month: "2026-12" }, "month: month_in_future"],
    [{ kind: undefined }, "kind: retail_kind_missing"],
    [{ kind: "services" }, "kind: retail_kind_missing"],
    [{ amount: undefined }, "amount: retail_amount_missing"],
    [{ amount: "1,5,3" }, "amount: retail_amount_format"],
    [{ amount: "-4" }, "amount: retail_amount_not_positive"],
    [{ stage: "guess" }, "stage: retail_stage_missing"],
    [{ source: "  a " }, "source: retail_source_missing"],
    [{ source: "x".repeat(201) }, "source: retail_source_long"],
    [{ publishedOn: undefined }, "publishedOn: published_on_missing"],
    [{ publishedOn: "31/02/2026" }, "publishedOn: date_invalid"],
    [{ publishedOn: "23/11/2026" }, "publishedOn: date_in_future"],
    [{ publishedOn: "30/09/2026" }, "publishedOn: published_before_month"],
  ])("%j is refused", (change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });
});
