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

  it("counts its members by a column", () => {
    fc.assert(
      fc.property(slots, (a) => {
        const column = Uint16Array.from({ length: 5_001 }, (_, slot) => slot % 7);
        const counts = setOf(a).countBy(column, 7);
        for (let value = 0; value < 7; value += 1) {
          expect(counts[value]).toBe(a.filter((slot) => slot % 7 === value).length);
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
          }
        },
      ),
    );
  });
});
