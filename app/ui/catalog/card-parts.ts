import type { Language } from "~/platform/language";
import type { LetterStyle, Lettering } from "~/platform/lettering";
import { translatorFor } from "~/web/i18n";
import { escapeXml } from "~/web/xml";
import { SHARED_PICTURE } from "./store-meta";

/** What the pictures for message apps are put together of. Without any `<text>`: letters are outlines. */

export const { width: WIDTH, height: HEIGHT } = SHARED_PICTURE;
const PICTURE_WIDTH = 560;
export const BROCADE = 24;
/** Where the first line of the name stands. */
const NAME_TOP = 172;
export const LEFT = PICTURE_WIDTH + 48;
export const TEXT_WIDTH = WIDTH - LEFT - 48;
// Without the drawings' own band.
const DRAWN = { width: 400, height: 283 };
export const PAPER = "#FBF8F1";
export const INK = "#1E2A24";
export const SOFT = "#59635C";
export const PERSIMMON = "#B2431B";

/** SVG documents and a photo that a card is put together of. */
export type CardArtwork = {
  logo: string;
  brocade: string;
  /** Of the product's kind; shown without a photo. */
  drawing: string;
  /** JPEG. */
  photo: Uint8Array | null;
};

export const REGULAR: LetterStyle = { weight: "regular", size: 30 };
export const BOLD: LetterStyle = { weight: "bold", size: 30 };

type Writing = { x: number; y: number; style: LetterStyle; colour: string };

export function textWriter(lettering: Lettering) {
  return (words: string, { x, y, style, colour }: Writing) =>
    `<path fill="${colour}" d="${lettering.outline(words, { x, y }, style)}"/>`;
}

export type CardContext = { language: Language; lettering: Lettering; artwork: CardArtwork };

/**
 * A card: the picture at the left, the shop's name above, the name of what it shows, and what is said of it.
 * @param say SVG elements; `under` is where the last line of the name stands, in pixels from the top
 */
export function cardSvg(
  { name, isSample }: { name: string; isSample: boolean },
  { language, lettering, artwork }: CardContext,
  say: (under: number) => readonly string[],
): string {
  const t = translatorFor(language);
  const text = textWriter(lettering);
  const { lines, lineHeight, style } = nameLines(name, lettering);
  const title = { weight: "bold", size: 38 } as const;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    picture(artwork),
    nested(artwork.logo, { x: LEFT, y: 40, width: 60, height: 60 }, "0 0 48 48"),
    text(t("common.appName"), { x: LEFT + 76, y: 84, style: title, colour: INK }),
    isSample ? sampleMark(t("common.sample"), lettering) : "",
    ...lines.map((line, i) =>
      text(line, { x: LEFT, y: NAME_TOP + i * lineHeight, style, colour: INK }),
    ),
    ...say(NAME_TOP + lines.length * lineHeight),
    brocadeBand(artwork.brocade),
    "</svg>",
  ].join("\n");
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

export function nested(svg: string, { x, y, width, height }: Box, viewBox: string): string {
  const content = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${viewBox}">${content}</svg>`;
}

export function brocadeBand(brocade: string): string {
  const size = { width: BROCADE * 2, height: BROCADE };
  const tiles = Array.from({ length: Math.ceil(WIDTH / size.width) }, (_, i) =>
    nested(brocade, { x: i * size.width, y: HEIGHT - BROCADE, ...size }, "0 0 24 12"),
  );
  return tiles.join("");
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
