import { stemOfPlace } from "~/domain/places/place-name";
import type { Commune } from "~/domain/places/types";

/** Room for a word of seven letters, and for three lines. */
const TILE = { width: 56, height: 46 } as const;
const LINES_MAX = 3;
/** Of the letters of a line, at most so many. */
const LETTERS_MAX = 7;

export type Tile = { code: string; x: number; y: number; lines: string[] };
export type Tiles = {
  width: number;
  height: number;
  tile: { width: number; height: number };
  tiles: Tile[];
};

const names = new Intl.Collator("vi", { numeric: true });

/** A square for each commune, row after row by name as a reader looks for it: without its kind. */
export function tilesOf(communes: readonly Pick<Commune, "code" | "name">[], width: number): Tiles {
  const sorted = communes
    .map(({ code, name }) => ({ code, stem: stemOfPlace(name) }))
    .toSorted((a, b) => names.compare(a.stem, b.stem));
  const columns = Math.max(1, Math.floor(width / TILE.width));
  const tileWidth = Math.floor(width / columns);
  return {
    width,
    height: Math.ceil(communes.length / columns) * TILE.height,
    tile: { width: tileWidth, height: TILE.height },
    tiles: sorted.map(({ code, stem }, i) => ({
      code,
      x: (i % columns) * tileWidth,
      y: Math.floor(i / columns) * TILE.height,
      lines: linesOf(stem),
    })),
  };
}

/** A name in lines that fit; what is longer ends with an ellipsis. */
function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LETTERS_MAX) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  const shown = lines.slice(0, LINES_MAX);
  return shown.map((line, i) => {
    const isCut = (i === LINES_MAX - 1 && lines.length > LINES_MAX) || line.length > LETTERS_MAX;
    return isCut ? `${line.slice(0, LETTERS_MAX - 1)}…` : line;
  });
}
