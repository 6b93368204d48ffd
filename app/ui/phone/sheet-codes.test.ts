import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readSheet } from "~/domain/households/kept-sheet";
import { SHEET_CODES } from "./sheet-codes";

const today = "2026-11-27";
const id = `dlg_${"0".repeat(32)}`;
const typed = fc.oneof(
  fc.constantFrom("", " ", "...", "0", "x", "on", "Hộ Mẫu", "09 8600 0001", "08123", "90", "sheet"),
  fc.constantFrom("later", "household", "cooperative", "a".repeat(90), "b".repeat(300)),
  fc.constantFrom("c".repeat(1_200), "30031", "2026-11-27", "2026-12-01", "2020-01-01", "1/1/2026"),
  fc.string({ maxLength: 20 }),
);
const NAMES =
  "name kind contactName phone communeCode addressLine story consent way days signedOn".split(" ");
// Near to what is right, so that each rule is reached.
const right: Record<string, string> = {
  name: "Hộ Mẫu",
  kind: "household",
  contactName: "Sùng Thị Mẫu",
  phone: "0986000001",
  communeCode: "30031",
  addressLine: "Thôn Mẫu",
  consent: "on",
  way: "sheet",
  days: "90",
  signedOn: today,
};
const form = fc.record(Object.fromEntries(NAMES.map((name) => [name, typed])), {
  requiredKeys: [],
});
const powers = fc.array(fc.constantFrom("products", "orders", "x"), { maxLength: 2 });

it("has words for whatever can be wrong with a sheet, and for nothing else", () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(form, powers, fc.boolean(), fc.boolean(), (fields, chosen, hasPhoto, isNear) => {
      const told = { ...(isNear ? right : {}), ...fields };
      const given: Record<string, string> = {};
      for (const [name, value] of Object.entries(told)) if (value) given[name] = value;
      const checked = readSheet({ id, fields: given, powers: chosen, hasPhoto }, today);
      if ("problems" in checked) for (const { code } of checked.problems) found.add(code);
    }),
    { numRuns: 20_000, seed: 1 },
  );
  const words: readonly string[] = SHEET_CODES;
  expect([...found].filter((code) => !words.includes(code))).toEqual([]);
  // These are of the page itself.
  const former = ["commune_chosen", "commune_name_shared", "commune_renamed"];
  const own = ["phone_kept_already", "photo_unreadable", "unexpected", "old_commune_unknown"];
  own.push(...former);
  expect(words.filter((code) => !found.has(code) && !own.includes(code))).toEqual([]);
});
