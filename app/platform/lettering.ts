// oxlint-disable-next-line import/default -- to Node it is a CommonJS module, which has nothing else
import opentype, { type Font, type PathCommand } from "opentype.js";

/**
 * Text as outlines for SVG. A server may have no fonts at all, and then what draws SVG leaves text out or dies; so
 * the letters come from font files of our own and arrive as plain paths.
 */
export type Lettering = {
  measure: (text: string, style: LetterStyle) => number;
  /** A path's `d`; `x` is where the text begins, `y` its baseline. */
  outline: (text: string, at: { x: number; y: number }, style: LetterStyle) => string;
  /** The text in lines of at most `width`; what does not fit the last one ends in `…`. */
  wrap: (text: string, box: { width: number; linesMax: number }, style: LetterStyle) => string[];
};
export type LetterStyle = { weight: "regular" | "bold"; size: number };

export function createLettering(files: Record<LetterStyle["weight"], Uint8Array>): Lettering {
  const fonts = { regular: parse(files.regular), bold: parse(files.bold) };
  const widths = { regular: widthsOf(fonts.regular), bold: widthsOf(fonts.bold) };
  const measure = (text: string, { weight, size }: LetterStyle) =>
    Array.from(known(fonts[weight], text)).reduce(
      (sum, character) => sum + widths[weight](character) * size,
      0,
    );
  return {
    measure,
    outline(text, { x, y }, { weight, size }) {
      const path = fonts[weight].getPath(known(fonts[weight], text), x, y, size);
      return path.commands.map(pathPart).join("");
    },
    wrap(text, { width, linesMax }, style) {
      const fits = (line: string) => measure(line, style) <= width;
      const words = known(fonts[style.weight], text).split(/\s+/).filter(Boolean);
      const lines: string[] = [];
      for (const word of words) {
        const last = lines.at(-1);
        if (last !== undefined && fits(`${last} ${word}`))
          lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      const shown = lines.slice(0, linesMax);
      const isCut = lines.length > linesMax;
      return shown.map((line, i) => {
        const isLast = isCut && i === linesMax - 1;
        return isLast || !fits(line) ? shorten(line, fits) : line;
      });
    },
  };
}

function parse(bytes: Uint8Array): Font {
  // A copy: of a Buffer's memory only a part may be the file.
  return opentype.parse(new Uint8Array(bytes).buffer);
}

/** Each letter's width at size 1, looked up once. Letters that stand closer in pairs make a line no wider. */
function widthsOf(font: Font): (character: string) => number {
  const found = new Map<string, number>();
  return (character) => {
    const width =
      found.get(character) ?? (font.charToGlyph(character).advanceWidth ?? 0) / font.unitsPerEm;
    found.set(character, width);
    return width;
  };
}

/** Not by the library, whose rounding makes NaN of some numbers. */
function pathPart(command: PathCommand): string {
  const points = (...values: number[]) => values.map((value) => value.toFixed(1)).join(" ");
  switch (command.type) {
    case "M":
    case "L":
      return command.type + points(command.x, command.y);
    case "Q":
      return `Q${points(command.x1, command.y1, command.x, command.y)}`;
    case "C":
      return `C${points(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case "Z":
      return "Z";
  }
}

/** Composed as the font has its letters (`ệ` and not `e` with two marks), without what it has no shape for. */
function known(font: Font, text: string): string {
  return Array.from(text.normalize("NFC"))
    .filter((character) => /\s/.test(character) || font.charToGlyphIndex(character) !== 0)
    .join("");
}

function shorten(line: string, fits: (line: string) => boolean): string {
  let kept = Array.from(line);
  while (kept.length > 1 && !fits(`${kept.join("").trimEnd()}…`)) kept = kept.slice(0, -1);
  return `${kept.join("").trimEnd()}…`;
}
