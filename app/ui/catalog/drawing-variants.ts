import { OCOP_SETS } from "~/domain/catalog/ocop-sets";
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

/** Fruit has a drawing of its own: it shares its set with vegetables, and nobody buys oranges from a basket of maize. */
const FRUIT = 27;
const FRESH_PRODUCE = 1;
const FRUIT_FIRST =
  /^(?:buoi|cam|chanh|chom-chom|chuoi|dao|dau-tay|du-du|dua|hong|khom|le|man|mang-cut|mit|mo|na|nhan|oi|quat|quyt|sau-rieng|tao|thanh-long|vai|vu-sua|xoai)(?:-|$)/;

/** The numbers of all drawings: those of the sets, and the further one. */
export const DRAWINGS: readonly number[] = [...OCOP_SETS, FRUIT];

/**
 * Which drawing shows a product without a photo, and which of its variants: the same wherever it is shown.
 * @param product its set, and the slug of its address
 */
export function drawingOf(product: { ocopSet: number; slug: string }): {
  drawing: number;
  variant: number;
} {
  const isFruit = product.ocopSet === FRESH_PRODUCE && FRUIT_FIRST.test(product.slug);
  return { drawing: isFruit ? FRUIT : product.ocopSet, variant: variantOf(product.slug) };
}

function variantOf(slug: string): number {
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

/** By the drawing's number. */
export const DRAWN_SETS = drawnSets as unknown as Readonly<Record<number, DrawnSet>>;
