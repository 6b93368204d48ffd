import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listingFormOf } from "~/domain/catalog/forms-listing";
import { LISTING_SCREENS, type Answered } from "~/domain/catalog/listing-answers";
import { unitsFor } from "~/domain/catalog/listing-packs";
import { LISTING_CODES } from "./listing-codes";

const today = "2026-11-27";
const NAMES =
  "ocopSet name unit quantity measure priceVnd stockCount madeOn expiresOn fromMonth toMonth".split(
    " ",
  );
const typed = fc.oneof(
  fc.constantFrom("", " ", "0", "-1", "12", "12,5", "999999999999", "2026-11-27", "27/11/2026"),
  fc.constantFrom(
    "2026-11-20",
    "2026-11-25",
    "2027-01-01",
    "1/13/2026",
    "ml",
    "qua",
    "kilo",
    "x",
    "...",
    "Mật",
  ),
  fc.constantFrom("a".repeat(200), "0,5", "g", "kg"),
  fc.string({ maxLength: 20 }),
);
const form = fc.record(Object.fromEntries(NAMES.map((name) => [name, typed])), {
  requiredKeys: [],
});

describe("the page without a line", () => {
  it("has words for whatever a form of a listing finds wrong", () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...LISTING_SCREENS.filter((one) => one !== "photo")),
        form,
        fc.integer({ min: 1, max: 26 }),
        fc.nat(8),
        fc.constantFrom("now" as const, "season" as const),
        (screen, fields, set, place, when) => {
          const unit = unitsFor(set)[place % unitsFor(set).length] ?? "piece";
          const answered: Answered = { kind: { at: 1, value: set }, unit: { at: 2, value: unit } };
          const schema = listingFormOf(screen, { answered, today, when });
          const given = Object.entries(fields).filter(([, value]) => value !== "");
          const read = schema.safeParse({ ...Object.fromEntries(given), seen: "0" });
          for (const { message } of read.error?.issues ?? [])
            found.add(message.split("?")[0] ?? "");
        },
      ),
      { numRuns: 20_000, seed: 1 },
    );
    const words: readonly string[] = LISTING_CODES;
    expect([...found].filter((code) => !words.includes(code))).toEqual([]);
    // And brings along no words for what cannot happen; these four are of the page itself.
    const own = ["form_outdated", "photo_missing", "photo_unreadable", "unexpected"];
    expect(words.filter((code) => !found.has(code) && !own.includes(code))).toEqual([]);
  });
});
