import { createHash } from "node:crypto";
import { present } from "../../../app/platform/invariant";

/** A source of numbers that gives the same ones for the same seed text on every machine. */
export type Random = {
  /** 32 bits, 0 to 2^32 - 1. */
  bits(): number;
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  hex(byteCount: number): string;
};

/** sfc32, which passes PractRand: quick, small, and of a period that millions of orders do not use up. */
export function createRandom(seedText: string): Random {
  const seed = createHash("sha256").update(seedText).digest();
  let a = seed.readInt32LE(0);
  let b = seed.readInt32LE(4);
  let c = seed.readInt32LE(8);
  let counter = 1;
  const bits = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) bits();
  const fraction = () => bits() / 2 ** 32;
  const whole = (min: number, max: number) => min + Math.floor(fraction() * (max - min + 1));
  return {
    bits,
    whole,
    chance: (probability) => fraction() < probability,
    pick: (items) => present(items[whole(0, items.length - 1)], "picking from an empty list"),
    hex: (byteCount) =>
      Array.from({ length: byteCount / 4 }, () => bits().toString(16).padStart(8, "0")).join(""),
  };
}

/** Draws items in proportion to their weights, of which at least one is more than 0. */
export function createWeightedPick<Item>(items: readonly Item[], weights: readonly number[]) {
  let sum = 0;
  const ends = weights.map((weight) => (sum += weight));
  return (random: Random): Item => {
    const mark = (random.bits() / 2 ** 32) * sum;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > mark) high = middle;
      else low = middle + 1;
    }
    return present(items[low], "picking from an empty list");
  };
}

/**
 * An id as `platform/ids` makes them, of a moment in the past: samples then lie in the order of their time, as
 * everybody's rows do, and come out the same each time.
 */
export function sampleId(random: Random, prefix: string, instant: number): string {
  const time = instant.toString(16).padStart(12, "0");
  const [head, middle, tail] = [random.hex(4), random.hex(4), random.hex(4)];
  const variant = "89ab".charAt(random.whole(0, 3));
  return `${prefix}_${time}7${head.slice(0, 3)}${variant}${head.slice(3)}${middle}${tail.slice(0, 2)}`;
}
