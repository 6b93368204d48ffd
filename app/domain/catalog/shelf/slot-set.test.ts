import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SlotList } from "./slot-list";
import { SlotSet } from "./slot-set";

const slots = fc.uniqueArray(fc.nat({ max: 5_000 }), { maxLength: 200 });

function setOf(members: readonly number[]): SlotSet {
  const set = new SlotSet();
  for (const slot of members) set.add(slot);
  return set;
}

const listOf = (set: SlotSet) => set.highest(0, 10_000);
const descending = (members: readonly number[]) => members.toSorted((a, b) => b - a);

describe("SlotSet", () => {
  it("is a set of numbers", () => {
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        expect(listOf(setOf(a))).toEqual(descending(a));
        expect(setOf(a).size).toBe(a.length);
        expect(listOf(setOf(a).keep(setOf(b)))).toEqual(
          descending(a.filter((slot) => b.includes(slot))),
        );
        expect(listOf(setOf(a).drop(setOf(b)))).toEqual(
          descending(a.filter((slot) => !b.includes(slot))),
        );
        expect(listOf(setOf(a).addAll(setOf(b)))).toEqual(descending([...new Set([...a, ...b])]));
        const without = setOf(a);
        for (const slot of b) without.delete(slot);
        expect(listOf(without)).toEqual(listOf(setOf(a).drop(setOf(b))));
        expect(b.map((slot) => setOf(a).has(slot))).toEqual(b.map((slot) => a.includes(slot)));
      }),
    );
  });

  it("gives any range of its members from the highest down", () => {
    fc.assert(
      fc.property(slots, fc.nat({ max: 250 }), fc.nat({ max: 50 }), (a, offset, limit) => {
        expect(setOf(a).highest(offset, limit)).toEqual(
          descending(a).slice(offset, offset + limit),
        );
      }),
    );
  });

  it("knows what it shares with another, and whether it has anything", () => {
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const shared = a.filter((slot) => b.includes(slot));
        expect(setOf(a).sizeWith(setOf(b))).toBe(shared.length);
        expect(setOf(a).keep(setOf(b)).isEmpty).toBe(shared.length === 0);
      }),
    );
  });

  it("shows its members by blocks of 32", () => {
    fc.assert(
      fc.property(slots, (a) => {
        const set = setOf(a);
        for (const slot of [...a, 0, 1, 4_999, 9_999]) {
          expect((set.block(slot >>> 5) >>> (slot & 31)) & 1).toBe(a.includes(slot) ? 1 : 0);
          expect(slot >>> 5 < set.blockCount || !a.includes(slot)).toBe(true);
        }
      }),
    );
  });

  it("is not changed through its copy", () => {
    const set = setOf([1, 40]);
    set.copy().delete(40);
    expect(listOf(set)).toEqual([40, 1]);
  });
});

describe("SlotList", () => {
  it("holds the same few and far between or close together", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 100_000 }), { maxLength: 60 }),
        fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 300 }),
        (sparse, dense) => {
          for (const members of [sparse, dense, [...dense, ...sparse]]) {
            const list = new SlotList();
            for (const slot of members.toSorted((a, b) => a - b)) list.push(slot);
            const set = setOf([7]);
            list.addTo(set);
            expect(listOf(set)).toEqual(descending([...new Set([7, ...members])]));
            const odd = setOf(members.filter((slot) => slot % 2 === 1));
            expect(list.countIn(odd)).toBe(odd.size);
          }
        },
      ),
    );
  });
});
