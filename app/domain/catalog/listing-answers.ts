import type { Id } from "~/platform/ids";
import type { LocalDate } from "~/platform/period";
import {
  measuresFor,
  mustBeWeighed,
  packOf,
  unitsFor,
  type Pack,
  type PackContent,
  type PackUnit,
} from "./listing-packs";
import { isAlcohol, isService } from "./ocop-sets";
import type { Season } from "./season";

/** What a household is asked of a product it begins to list, one a screen, in order. */
export const LISTING_SCREENS = [
  "photo",
  "kind",
  "name",
  "unit",
  "content",
  "weight",
  "price",
  "stock",
] as const;
export type ListingScreen = (typeof LISTING_SCREENS)[number];

export const LISTING_STEP_COUNT = 5;

/** Which of the five steps a screen is of. */
export const STEP_OF: Record<ListingScreen, number> = {
  photo: 1,
  kind: 2,
  name: 2,
  unit: 3,
  content: 3,
  weight: 3,
  price: 4,
  stock: 5,
};

/** `hash` is of the file as it was sent, by which the same one sent again is known. */
export type ListingPhoto = {
  id: Id<"pho">;
  width: number;
  height: number;
  widths: number[];
  hash: string;
};

export type ListingStock =
  | { kind: "now"; stockCount: number; madeOn: LocalDate; expiresOn: LocalDate | null }
  | ({ kind: "season" } & Season);

export type ListingAnswers = {
  photo: ListingPhoto | null; // null: later
  kind: number; // of the 26 sets
  name: string;
  unit: PackUnit;
  content: PackContent;
  weight: number; // grams, as sent
  price: number; // đồng
  stock: ListingStock;
};

/** What the summary says beside the answers. */
export type ListingWords = { description: string; taxClass?: string | undefined };

/** What was answered so far, each with the version of the draft that brought it. */
export type Answered = {
  [Screen in ListingScreen]?: { at: number; value: ListingAnswers[Screen] };
} & {
  /** As they stood when the summary was left for a question; what they must be is asked when it is sent. */
  words?: ListingWords;
};

/** What has to be asked of such a product. */
function isAsked(screen: ListingScreen, { kind, unit, content }: Answered): boolean {
  if (kind === undefined) return true;
  if (screen === "content" && unit) return measuresFor(kind.value, unit.value).length > 0;
  return screen !== "weight" || mustBeWeighed(kind.value, content?.value);
}

export function askedScreens(answered: Answered): ListingScreen[] {
  return LISTING_SCREENS.filter((screen) => isAsked(screen, answered));
}

/** The first question that is open; null when all are answered. */
export function nextScreen(answered: Answered): ListingScreen | null {
  return askedScreens(answered).find((screen) => answered[screen] === undefined) ?? null;
}

/** A question may be looked at once all before it are answered. */
export function isOpenScreen(answered: Answered, screen: ListingScreen): boolean {
  const asked = askedScreens(answered);
  const next = nextScreen(answered);
  return asked.includes(screen) && (next === null || asked.indexOf(screen) <= asked.indexOf(next));
}

/** Nobody harvests drink or services. */
export function mayWait(set: number): boolean {
  return !isAlcohol(set) && !isService(set);
}

/** Without what does not fit any more since another answer has changed: it is asked again. */
export function keepFitting(answered: Answered): Answered {
  const { unit, content, weight, stock, ...others } = answered;
  const set = answered.kind?.value;
  const fits: Answered = { ...others };
  if (set === undefined) return fits;
  if (unit && unitsFor(set).includes(unit.value)) {
    fits.unit = unit;
    const measures = measuresFor(set, unit.value);
    if (content && measures.includes(content.value.measure)) fits.content = content;
  }
  if (weight && mustBeWeighed(set, fits.content?.value)) fits.weight = weight;
  if (stock && (stock.value.kind === "now" || mayWait(set))) fits.stock = stock;
  return fits;
}

/** The pack that was told; null while it is open. */
export function packIn({ kind, unit, content }: Answered): Pack | null {
  if (!kind || !unit) return null;
  if (measuresFor(kind.value, unit.value).length === 0) return packOf(unit.value, null);
  return content ? packOf(unit.value, content.value) : null;
}
