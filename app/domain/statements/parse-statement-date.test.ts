import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate, formatInstant, localDateOf } from "~/platform/period";
import { parseStatementDate } from "./parse-statement-date";

describe("a day of a bank's file", () => {
  it.each([
    ["26/11/2026", "12:00 26/11/2026"],
    ["26-11-2026", "12:00 26/11/2026"],
    ["2026-11-26", "12:00 26/11/2026"],
    ["26/11/2026 23:59", "23:59 26/11/2026"],
    ["26/11/2026 00:00:00", "00:00 26/11/2026"],
    ["26/11/2026\n08:15:30", "08:15 26/11/2026"],
    ["2026-11-26 23:59:59", "23:59 26/11/2026"],
    ["2026-11-26T07:00", "07:00 26/11/2026"],
    ["29/02/2028", "12:00 29/02/2028"],
    ["07/08/2026", "12:00 07/08/2026"], // the day first, always
  ])("%j is %s in Vietnam", (cell, shown) => {
    const read = parseStatementDate(cell);
    expect(read.ok && formatInstant(read.value)).toBe(shown);
  });

  it.each([
    ["", "date_missing"],
    ["31/02/2026", "date_impossible"],
    ["29/02/2026", "date_impossible"],
    ["26/11/2026 24:00", "date_impossible"],
    ["00/11/2026", "date_impossible"],
    ["32/13/2026", "date_impossible"],
    ["11/26/2026", "date_month_first"],
    ["7/8/2026", "date_ambiguous"],
    ["07/8/2026", "date_ambiguous"],
    ["26/11/26", "date_ambiguous"],
    ["46352", "date_unreadable"],
    ["26.11.2026", "date_unreadable"],
    ["26/11-2026", "date_unreadable"],
    ["hôm qua", "date_unreadable"],
    ["2026-11-26T07:00:00Z", "date_unreadable"],
    ["26 Nov 2026", "date_unreadable"],
  ])("%j is refused: %s", (cell, code) => {
    expect(parseStatementDate(cell)).toMatchObject({ ok: false, code });
  });

  it("keeps the local day, with any time and without", () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((day) => localDateOf(day * 86_400_000));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1_439 }), (day, minutes) => {
        const two = (value: number) => String(value).padStart(2, "0");
        const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
        for (const cell of [formatDate(day), `${formatDate(day)} ${time}`, `${day} ${time}:00`]) {
          const read = parseStatementDate(cell);
          expect(read.ok && localDateOf(read.value)).toBe(day);
        }
      }),
    );
  });
});
