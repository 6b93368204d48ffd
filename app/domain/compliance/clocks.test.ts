import { describe, expect, it } from "vitest";
import { formatInstant, momentOf } from "~/platform/period";
import { dueAfter, earlierOf, leftUntil, nextDue, type Span } from "./clocks";

const at = momentOf;
/** `hh:mm dd/mm/yyyy` in Vietnam. */
const due = (day: string, time: string, count: number, unit: Span["unit"]) =>
  formatInstant(dueAfter(at(day, time), { count, unit }));

describe("hours", () => {
  it("run on over midnight, the weekend and the end of a month", () => {
    expect(due("2026-11-27", "16:30", 24, "hours")).toBe("16:30 28/11/2026");
    expect(due("2026-12-31", "23:59", 24, "hours")).toBe("23:59 01/01/2027");
    expect(dueAfter(at("2026-11-29", "08:00"), { count: 24, unit: "hours" })).toBe(
      at("2026-11-30", "08:00"),
    );
  });
});

describe("days", () => {
  it("begin the day after, at whatever hour it came in, and end with the last one", () => {
    expect(due("2026-11-20", "00:00", 10, "days")).toBe("23:59 30/11/2026");
    expect(due("2026-11-20", "23:59", 10, "days")).toBe("23:59 30/11/2026");
    expect(due("2026-11-21", "00:00", 10, "days")).toBe("23:59 01/12/2026");
    expect(due("2028-02-20", "10:00", 10, "days")).toBe("23:59 01/03/2028");
    expect(due("2026-02-20", "10:00", 10, "days")).toBe("23:59 02/03/2026");
  });

  it("are Vietnam's: what comes in before seven there is the same day", () => {
    // 06:30 in Vietnam is the evening before in UTC.
    expect(due("2026-11-30", "06:30", 1, "days")).toBe("23:59 01/12/2026");
  });
});

describe("working days", () => {
  it.each([
    ["2026-11-23", "23:59 25/11/2026"], // Monday
    ["2026-11-26", "23:59 30/11/2026"], // Thursday: Friday and Monday
    ["2026-11-27", "23:59 01/12/2026"], // Friday: Monday and Tuesday
    ["2026-11-28", "23:59 01/12/2026"], // Saturday
    ["2026-11-29", "23:59 01/12/2026"], // Sunday
  ])("of a request of %s, two end %s", (day, end) => {
    expect(due(day, "09:00", 2, "working_days")).toBe(end);
    expect(due(day, "23:59", 2, "working_days")).toBe(end);
  });

  it("count a public holiday as one: a term is never later than the law's", () => {
    expect(due("2026-08-31", "09:00", 2, "working_days")).toBe("23:59 02/09/2026");
  });
});

describe("what is next", () => {
  const clocks = { acknowledgeBy: 2, answerBy: 10, acknowledgedAt: null, answeredAt: null };

  it("is the acknowledgement, then the answer, then nothing", () => {
    expect(nextDue(clocks)).toBe(2);
    expect(nextDue({ ...clocks, acknowledgedAt: 1 })).toBe(10);
    expect(nextDue({ ...clocks, acknowledgedAt: 1, answeredAt: 3 })).toBeNull();
  });

  it("is the answer where a paper asks for it before", () => {
    expect(nextDue({ ...clocks, answerBy: 1 })).toBe(1);
    expect(nextDue({ ...clocks, acknowledgeBy: null, answerBy: null })).toBeNull();
    expect([
      earlierOf(null, 3),
      earlierOf(3, null),
      earlierOf(4, 3),
      earlierOf(null, null),
    ]).toEqual([3, 3, 3, null]);
  });
});

describe("how long there is", () => {
  const dueAt = at("2026-11-30", "12:00");
  it.each([
    ["2026-11-28", "11:59", { state: "later", unit: "days", count: 2 }],
    ["2026-11-28", "12:01", { state: "later", unit: "hours", count: 47 }],
    ["2026-11-30", "03:59", { state: "later", unit: "hours", count: 8 }],
    ["2026-11-30", "04:00", { state: "soon", unit: "hours", count: 8 }],
    ["2026-11-30", "11:30", { state: "soon", unit: "minutes", count: 30 }],
    ["2026-11-30", "12:00", { state: "soon", unit: "minutes", count: 0 }],
    ["2026-11-30", "12:01", { state: "overdue", unit: "minutes", count: 1 }],
    ["2026-12-01", "12:00", { state: "overdue", unit: "hours", count: 24 }],
    ["2026-12-03", "12:00", { state: "overdue", unit: "days", count: 3 }],
  ])("on %s at %s", (day, time, left) => {
    expect(leftUntil(dueAt, at(day, time))).toEqual(left);
  });
});
