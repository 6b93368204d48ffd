import fc from "fast-check";
import { expect, it } from "vitest";
import { arrange, type Arrangement } from "./collection-arrangement";

const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
const id = fc.constantFrom("a", "b", "c", "g");
const change: fc.Arbitrary<Arrangement> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), productIds: fc.array(id) }),
  fc.record({ kind: fc.constant("remove" as const), productId: id }),
  fc.record({ kind: fc.constant("place" as const), productId: id, place: fc.nat(8) }),
);

it("does the same when it is sent twice, and never holds a product twice", () => {
  fc.assert(
    fc.property(ids, change, (before, one) => {
      const after = arrange(before, one);
      expect(arrange(after, one)).toEqual(after);
      expect(new Set(after).size).toBe(after.length);
    }),
  );
});

it("adds at the end, takes out, and gives another place", () => {
  expect(arrange(["a", "b"], { kind: "add", productIds: ["c", "a"] })).toEqual(["a", "b", "c"]);
  expect(arrange(["a", "b"], { kind: "remove", productId: "a" })).toEqual(["b"]);
  expect(arrange(["a", "b", "c"], { kind: "place", productId: "c", place: 0 })).toEqual([
    "c",
    "a",
    "b",
  ]);
  expect(arrange(["a", "b"], { kind: "place", productId: "x", place: 0 })).toEqual(["a", "b"]);
});
