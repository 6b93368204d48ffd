import type { PictureFacts } from "~/domain/catalog/types";
import type { Language } from "~/platform/language";
import type { Lettering, LetterStyle } from "~/platform/lettering";
import { formatVnd } from "~/platform/money";
import { translatorFor } from "~/web/i18n";
import {
  BOLD,
  BROCADE,
  brocadeBand,
  HEIGHT,
  INK,
  LEFT,
  nameLines,
  nested,
  PAPER,
  PERSIMMON,
  picture,
  REGULAR,
  sampleMark,
  SOFT,
  TEXT_WIDTH,
  textWriter,
  WIDTH,
  type CardArtwork,
} from "./card-parts";

const HONEY = "#B97F10";

/**
 * What message apps show of a product: the photo or its kind's drawing, name, price, stars, who makes it and where.
 * Without any `<text>`: letters are outlines.
 */
export function productCardSvg(
  facts: PictureFacts,
  {
    language,
    lettering,
    artwork,
  }: { language: Language; lettering: Lettering; artwork: CardArtwork },
): string {
  const t = translatorFor(language);
  const text = textWriter(lettering);
  const name = nameLines(facts.name, lettering);
  const under = 172 + name.lines.length * name.lineHeight;
  const pack = lettering.wrap(facts.packLabel, { width: TEXT_WIDTH, linesMax: 1 }, REGULAR);
  const seller = lettering.wrap(facts.householdName, { width: TEXT_WIDTH, linesMax: 1 }, BOLD);
  const place = lettering.wrap(facts.communeName, { width: TEXT_WIDTH, linesMax: 1 }, REGULAR);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    picture(artwork),
    nested(artwork.logo, { x: LEFT, y: 40, width: 60, height: 60 }, "0 0 48 48"),
    text(t("common.appName"), {
      x: LEFT + 76,
      y: 84,
      style: { weight: "bold", size: 38 },
      colour: INK,
    }),
    facts.isSample ? sampleMark(t("common.sample"), lettering) : "",
    ...name.lines.map((line, i) =>
      text(line, { x: LEFT, y: 172 + i * name.lineHeight, style: name.style, colour: INK }),
    ),
    text(pack[0] ?? "", { x: LEFT, y: under - 4, style: REGULAR, colour: SOFT }),
    text(formatVnd(facts.priceVnd, language), {
      x: LEFT,
      y: under + 78,
      style: PRICE,
      colour: PERSIMMON,
    }),
    facts.stars ? starRow(facts.stars, { y: under + 128, lettering }) : "",
    text(seller[0] ?? "", { x: LEFT, y: HEIGHT - BROCADE - 74, style: BOLD, colour: INK }),
    text(place[0] ?? "", { x: LEFT, y: HEIGHT - BROCADE - 34, style: REGULAR, colour: SOFT }),
    brocadeBand(artwork.brocade),
    "</svg>",
  ].join("\n");
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
