import type { PictureFacts } from "~/domain/catalog/types";
import type { Language } from "~/platform/language";
import type { Lettering, LetterStyle } from "~/platform/lettering";
import { formatVnd } from "~/platform/money";
import { translatorFor } from "~/web/i18n";
import { escapeXml } from "~/web/xml";
import { SHARED_PICTURE } from "./store-meta";

const { width: WIDTH, height: HEIGHT } = SHARED_PICTURE;
const PICTURE_WIDTH = 560;
const BROCADE = 24;
const LEFT = PICTURE_WIDTH + 48;
const TEXT_WIDTH = WIDTH - LEFT - 48;
// Without the drawings' own band.
const DRAWN = { width: 400, height: 283 };
const PAPER = "#FBF8F1";
const INK = "#1E2A24";
const SOFT = "#59635C";
const PERSIMMON = "#B2431B";
const HONEY = "#B97F10";

/** SVG documents and a photo that a card is put together of. */
export type CardArtwork = {
  logo: string;
  brocade: string;
  /** Of the product's kind; shown without a photo. */
  drawing: string;
  /** JPEG. */
  photo: Uint8Array | null;
};

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

const REGULAR: LetterStyle = { weight: "regular", size: 30 };
const BOLD: LetterStyle = { weight: "bold", size: 30 };
const PRICE: LetterStyle = { weight: "bold", size: 66 };

type Writing = { x: number; y: number; style: LetterStyle; colour: string };

function textWriter(lettering: Lettering) {
  return (words: string, { x, y, style, colour }: Writing) =>
    `<path fill="${colour}" d="${lettering.outline(words, { x, y }, style)}"/>`;
}

/** Large where it is short; smaller before it is cut. */
function nameLines(name: string, lettering: Lettering) {
  const large = { weight: "bold", size: 50 } as const;
  const lines = lettering.wrap(name, { width: TEXT_WIDTH, linesMax: 3 }, large);
  if (lines.length < 3) return { lines, style: large, lineHeight: 62 };
  const small = { weight: "bold", size: 40 } as const;
  return {
    lines: lettering.wrap(name, { width: TEXT_WIDTH, linesMax: 3 }, small),
    style: small,
    lineHeight: 52,
  };
}

function picture({ photo, drawing }: CardArtwork): string {
  const height = HEIGHT - BROCADE;
  const box = `width="${PICTURE_WIDTH}" height="${height}" preserveAspectRatio="xMidYMid slice"`;
  if (photo) {
    const data = `data:image/jpeg;base64,${Buffer.from(photo).toString("base64")}`;
    return `<image ${box} href="${data}" xlink:href="${data}"/>`;
  }
  // Stands on the band; above it the drawing's own ground, which is the first shape of each.
  const ground = /<path fill="(#[0-9A-Fa-f]{6})"/.exec(drawing)?.[1] ?? PAPER;
  const drawn = (PICTURE_WIDTH * DRAWN.height) / DRAWN.width;
  const place = { x: 0, y: height - drawn, width: PICTURE_WIDTH, height: drawn };
  return [
    `<rect width="${PICTURE_WIDTH}" height="${height}" fill="${ground}"/>`,
    nested(drawing, place, `0 0 ${DRAWN.width} ${DRAWN.height}`),
  ].join("\n");
}

type Box = { x: number; y: number; width: number; height: number };

function nested(svg: string, { x, y, width, height }: Box, viewBox: string): string {
  const content = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${viewBox}">${content}</svg>`;
}

function brocadeBand(brocade: string): string {
  const size = { width: BROCADE * 2, height: BROCADE };
  const tiles = Array.from({ length: Math.ceil(WIDTH / size.width) }, (_, i) =>
    nested(brocade, { x: i * size.width, y: HEIGHT - BROCADE, ...size }, "0 0 24 12"),
  );
  return tiles.join("");
}

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

/** Says on the picture too that it is a sample: it travels without its page. */
function sampleMark(word: string, lettering: Lettering): string {
  const style = { weight: "bold", size: 26 } as const;
  const width = lettering.measure(word, style) + 40;
  const x = WIDTH - 48 - width;
  return [
    `<rect x="${x}" y="48" width="${width}" height="44" rx="6" fill="#F8ECD0"><title>${escapeXml(word)}</title></rect>`,
    `<path fill="#8A5D06" d="${lettering.outline(word, { x: x + 20, y: 79 }, style)}"/>`,
  ].join("");
}
