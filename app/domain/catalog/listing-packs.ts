import { formatInteger } from "~/platform/money";
import { PIECE_WORDS, type PieceWord } from "./piece-words";
import { groupOfSet, isService, type OcopGroup } from "./ocop-sets";
import type { ContentUnit } from "./units";

/**
 * How goods are handed over, in the words of a market, as they stand on the label, which is Vietnamese. `kilo` is sold
 * by weight; the last three are of services.
 */
const UNIT_WORDS = {
  bottle: "chai",
  jar: "hũ",
  box: "hộp",
  bag: "túi",
  packet: "gói",
  kilo: "kg",
  dozen: "chục",
  bundle: "bó",
  piece: "1",
  night: "đêm",
  visit: "lượt",
  meal: "suất",
} as const;
export type PackUnit = keyof typeof UNIT_WORDS;

const WEIGHED_MEASURES = ["g", "kg", "ml", "l"] as const;
/** What somebody says a content in; kept in the content units of a product. */
export type Measure = (typeof WEIGHED_MEASURES)[number] | PieceWord;
export const MEASURES: readonly Measure[] = [
  ...WEIGHED_MEASURES,
  ...(Object.keys(PIECE_WORDS) as PieceWord[]),
];

/** `amount` in the unit that products are kept in: grams, millilitres or pieces. */
export type PackContent = { amount: number; measure: Measure };

type Habits = { units: readonly PackUnit[]; pieces: readonly PieceWord[]; isWeighed: boolean };

const HABITS: Record<OcopGroup, Habits> = {
  food: {
    units: ["kilo", "bottle", "jar", "box", "bag", "packet", "dozen", "bundle", "piece"],
    pieces: ["qua", "trai", "cu", "bap", "con", "cai"],
    isWeighed: true,
  },
  drink: {
    units: ["bottle", "jar", "box", "bag", "packet", "kilo"],
    pieces: ["chai", "lon", "goi"],
    isWeighed: true,
  },
  herbal: {
    units: ["bottle", "jar", "box", "bag", "packet", "kilo", "bundle"],
    pieces: ["vien", "goi", "chai", "cai"],
    isWeighed: true,
  },
  craft: {
    units: ["piece", "box", "bag"],
    pieces: ["cai", "tam", "bo", "doi"],
    isWeighed: false,
  },
  living: {
    units: ["piece", "bundle", "box", "dozen"],
    pieces: ["cay", "chau", "bong", "canh", "con"],
    isWeighed: false,
  },
  tourism: { units: ["night", "visit", "meal"], pieces: [], isWeighed: false },
};

/** The units that goods of this set are sold in, the usual first. */
export function unitsFor(set: number): readonly PackUnit[] {
  return HABITS[groupOfSet(set)].units;
}

/** What the content of such a pack is said in; none: there is nothing to ask. */
export function measuresFor(set: number, unit: PackUnit): readonly Measure[] {
  const { pieces, isWeighed } = HABITS[groupOfSet(set)];
  switch (unit) {
    case "kilo":
      return ["kg"];
    case "dozen":
    case "piece":
      return pieces;
    case "bottle":
      return ["ml", "l", "g"];
    case "jar":
      return ["g", "kg", "ml"];
    case "night":
    case "visit":
    case "meal":
      return [];
    case "box":
    case "bag":
    case "packet":
    case "bundle":
      return isWeighed ? ["g", "kg", ...pieces] : pieces;
  }
}

/** How many grams, millilitres or pieces one of the measure is. */
export function sizeOf(measure: Measure): number {
  return measure === "kg" || measure === "l" ? 1_000 : 1;
}

function contentUnitOf(measure: Measure): ContentUnit {
  if (measure === "g" || measure === "kg") return "g";
  return measure === "ml" || measure === "l" ? "ml" : "piece";
}

/** As it was said: `1,5` of 1,500 g in kilograms. */
export function saidAmount({ amount, measure }: PackContent): string {
  const size = sizeOf(measure);
  const whole = formatInteger(Math.floor(amount / size), "vi");
  const rest = amount % size;
  return rest === 0 ? whole : `${whole},${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
}

/** As it stands on a label. */
function measureWord(measure: Measure): string {
  if (measure === "l") return "lít";
  return measure in PIECE_WORDS ? PIECE_WORDS[measure as PieceWord] : measure;
}

export type Pack = { label: string; contentQuantity: number; contentUnit: ContentUnit };

/** What a product says of its pack: `chai 500 ml`, `chục 12 quả`, `1 kg`. `content` is null for a service. */
export function packOf(unit: PackUnit, content: PackContent | null): Pack {
  const word = UNIT_WORDS[unit];
  if (content === null) return { label: `1 ${word}`, contentQuantity: 1, contentUnit: "piece" };
  const said = `${saidAmount(content)} ${measureWord(content.measure)}`;
  return {
    label: unit === "kilo" || unit === "piece" ? said : `${word} ${said}`,
    contentQuantity: content.amount,
    contentUnit: contentUnitOf(content.measure),
  };
}

/** How much things weigh that are counted only their seller knows; a service weighs nothing. */
export function mustBeWeighed(set: number, content: PackContent | undefined): boolean {
  return !isService(set) && content !== undefined && contentUnitOf(content.measure) === "piece";
}
