import type { PaletteName, SceneName } from "./drawing-scenes";
import drawnSets from "./drawn-sets.json";

/**
 * How one kind's drawing differs from product to product: where it stands, which way it looks, and the colours that a
 * thing of this kind can have. The first is as it was drawn.
 */
export const VARIANTS: readonly { scene: SceneName; isTurned: boolean; dye: number }[] = [
  { scene: "plain", isTurned: false, dye: 0 },
  { scene: "ridge", isTurned: true, dye: 1 },
  { scene: "arch", isTurned: false, dye: 2 },
  { scene: "terrace", isTurned: true, dye: 3 },
  { scene: "arch", isTurned: true, dye: 0 },
  { scene: "ridge", isTurned: false, dye: 3 },
];

/** Which variant shows this product: the same wherever it is shown. @param slug of its address */
export function drawingVariant(slug: string): number {
  let hash = 0x811c9dc5;
  for (const letter of slug) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // Stirred once more, for its last bits alone would choose.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % VARIANTS.length;
}

/** What can differ in the drawing of one set. */
export type DrawnSet = {
  /** Where it stands in each variant but the first. */
  grounds: readonly PaletteName[];
  /** A colour as drawn, and what takes its place by dye 1, 2 and 3. */
  dyes?: readonly (readonly [drawn: string, first: string, second: string, third: string])[];
  /** How many of the first shapes are the place and not the thing; 1 for a landscape, which is its own place. */
  placeShapes?: number;
};

/** By the set's number. */
export const DRAWN_SETS = drawnSets as unknown as Readonly<Record<number, DrawnSet>>;
