import type { PictureFacts } from "~/domain/catalog/types";
import type { Lettering, LetterStyle } from "~/platform/lettering";
import { formatVnd } from "~/platform/money";
import {
  BOLD,
  BROCADE,
  brocadeBand,
  cardSvg,
  HEIGHT,
  INK,
  LEFT,
  nested,
  PAPER,
  PERSIMMON,
  REGULAR,
  SOFT,
  TEXT_WIDTH,
  textWriter,
  WIDTH,
  type CardArtwork,
  type CardContext,
} from "./card-parts";

const HONEY = "#B97F10";

/**
 * What message apps show of a product: the photo or its kind's drawing, name, price, stars, who makes it and where.
 * Without any `<text>`: letters are outlines.
 */
export function productCardSvg(facts: PictureFacts, context: CardContext): string {
  const { language, lettering } = context;
  const text = textWriter(lettering);
  const oneLine = (words: string, style: LetterStyle) =>
    lettering.wrap(words, { width: TEXT_WIDTH, linesMax: 1 }, style)[0] ?? "";
  const pack = oneLine(facts.packLabel, REGULAR);
  const price = formatVnd(facts.priceVnd, language);
  const seller = oneLine(facts.householdName, BOLD);
  const place = oneLine(facts.communeName, REGULAR);
  return cardSvg(facts, context, (under) => [
    text(pack, { x: LEFT, y: under - 4, style: REGULAR, colour: SOFT }),
    text(price, { x: LEFT, y: under + 78, style: PRICE, colour: PERSIMMON }),
    facts.stars ? starRow(facts.stars, { y: under + 128, lettering }) : "",
    text(seller, { x: LEFT, y: HEIGHT - BROCADE - 74, style: BOLD, colour: INK }),
    text(place, { x: LEFT, y: HEIGHT - BROCADE - 34, style: REGULAR, colour: SOFT }),
  ]);
}

/** The shop's own picture, for pages that have none. */
export function siteCardSvg(
  line: string,
  {
    name,
    lettering,
    artwork,
  }: { name: string; lettering: Lettering; artwork: Omit<CardArtwork, "photo" | "drawing"> },
): string {
  const style = { weight: "regular", size: 40 } as const;
  const title = { weight: "bold", size: 104 } as const;
  const text = textWriter(lettering);
  const middle = (words: string, of: LetterStyle) => (WIDTH - lettering.measure(words, of)) / 2;
  const lines = lettering.wrap(line, { width: 1_100, linesMax: 2 }, style);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    nested(artwork.logo, { x: WIDTH / 2 - 90, y: 70, width: 180, height: 180 }, "0 0 48 48"),
    text(name, { x: middle(name, title), y: 370, style: title, colour: INK }),
    ...lines.map((words, i) =>
      text(words, { x: middle(words, style), y: 452 + i * 62, style: style, colour: SOFT }),
    ),
    brocadeBand(artwork.brocade),
    "</svg>",
  ].join("\n");
}

const PRICE: LetterStyle = { weight: "bold", size: 66 };

function starRow(stars: number, { y, lettering }: { y: number; lettering: Lettering }): string {
  const drawn = Array.from({ length: stars }, (_, i) =>
    star({ x: LEFT + 18 + i * 44, y: y - 10, radius: 18 }),
  );
  const label = { weight: "bold", size: 30 } as const;
  const at = { x: LEFT + stars * 44 + 12, y };
  return `<path fill="${HONEY}" d="${drawn.join("")}${lettering.outline("OCOP", at, label)}"/>`;
}

function star({ x, y, radius }: { x: number; y: number; radius: number }): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const reach = i % 2 === 0 ? radius : radius * 0.42;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}
