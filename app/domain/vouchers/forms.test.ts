import { describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { programmeForm } from "./forms";

const TYPED = {
  programmeId: newId("vcp"),
  name: "  Tuần hàng   OCOP ",
  code: "tuan ocop",
  valueVnd: "30.000 đ",
  leastVnd: "200.000",
  usesMax: "1.000",
  startsOn: "2026-12-01",
  endsOn: "31/12/2026",
};

/** What is wrong with it, by field. */
function faultsOf(change: Record<string, string>): Record<string, string[]> {
  const parsed = programmeForm.safeParse({ ...TYPED, ...change });
  const faults: Record<string, string[]> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    (faults[String(path[0])] ??= []).push(message);
  }
  return faults;
}

it("reads amounts, days and the code as people write them", () => {
  expect(programmeForm.parse(TYPED)).toEqual({
    programmeId: TYPED.programmeId,
    name: "Tuần hàng OCOP",
    code: "TUANOCOP",
    valueVnd: 30_000,
    leastVnd: 200_000,
    usesMax: 1_000,
    startsOn: "2026-12-01",
    endsOn: "2026-12-31",
  });
});

describe("bounds", () => {
  it.each([
    ["valueVnd", ["1000", "10000000"], ["999", "10000001", "0", "-1000", "1e4", "", "1,5", "ba"]],
    ["leastVnd", ["0", "100000000"], ["100000001", "-1", ""]],
    ["usesMax", ["1", "100000"], ["0", "100001", "-1", "", "1.5", "nhiều"]],
    ["code", ["ABCD", "A".repeat(16)], ["ABC", "A".repeat(17), "", "MÃ!"]],
    ["name", ["Á", "x".repeat(80)], ["", "   ", "---", "x".repeat(81)]],
    ["startsOn", ["2026-12-31", "1/12/2026"], ["", "2026-02-30", "tomorrow", "01/13/2026"]],
    ["endsOn", ["2026-12-01"], ["", "2026-13-01"]],
    ["programmeId", [newId("vcp")], ["", "vcp_1", newId("ord")]],
  ])("of %s", (field, good, bad) => {
    for (const typed of good) expect([typed, faultsOf({ [field]: typed })]).toEqual([typed, {}]);
    for (const typed of bad) {
      expect([typed, Object.keys(faultsOf({ [field]: typed }))]).toEqual([typed, [field]]);
    }
  });

  it("of its days: the last is not before the first, and that is said beside all that else is wrong", () => {
    expect(faultsOf({ endsOn: "2026-11-30" })).toEqual({ endsOn: ["programme_ends_before"] });
    expect(faultsOf({ endsOn: "2026-11-30", code: "" })).toEqual({
      code: ["programme_code_invalid"],
      endsOn: ["programme_ends_before"],
    });
    expect(faultsOf({ startsOn: "", endsOn: "2026-11-30" })).toEqual({
      startsOn: [expect.any(String)],
    });
  });
});
