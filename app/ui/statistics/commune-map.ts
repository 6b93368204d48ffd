import { codesOfShapes, type CommuneShapes } from "~/domain/places/commune-shapes";
import type { Commune } from "~/domain/places/types";
import type { TableCell } from "~/domain/statistics/breakdown-tables";
import { classOf, salesClasses, type SalesClass } from "~/domain/statistics/sales-classes";
import type { Language } from "~/platform/language";
import type { Vnd } from "~/platform/money";
import type { ChartSize } from "./indicator-charts";
import {
  drawLegend,
  escapeXml,
  legendHeight,
  legendOf,
  levelOf,
  PLAIN,
  type LegendItem,
  type Look,
} from "./map-legend";
import { MAP_STYLE, hatch } from "./map-style";
import { hasFarIslands, heightOfShapes, outlinesOf, STEPS } from "./map-shapes";
import { tilesOf } from "./map-tiles";

/** Pixels; a map of boundaries is as high as its province asks for, up to this. */
const BOXES = {
  wide: { width: 560, height: 560 },
  narrow: { width: 340, height: 420 },
} as const;
const NOTE_ROW = 16;
/** Source, coverage and date (`chartNote`). */
const NOTE_LINES = 3;

/** What everybody is not told has no sales here, in public; on the desk it has, and is not open. */
type MapCell = { code: string; salesVnd: Vnd | null; isOpen: boolean };
export type CommuneMap = {
  /** Of the province. */
  communes: readonly Pick<Commune, "code" | "name">[];
  /** Null: squares. */
  shapes: CommuneShapes | null;
  cells: readonly MapCell[];
};
export type MapRequest = {
  size: ChartSize;
  language: Language;
  title: string;
  note: readonly string[];
};

/** The communes of a breakdown. */
export function mapCellsOf(cells: readonly TableCell[]): MapCell[] {
  return cells
    .filter(({ dimension }) => dimension === "commune")
    .map(({ code, salesVnd, disclosure }) => ({ code, salesVnd, isOpen: disclosure === "open" }));
}

/** Width and height of the drawing, which a page has to know before it is there. */
function mapSizes(
  map: CommuneMap,
  language: Language,
): Record<ChartSize, { width: number; height: number }> {
  const items = legendOf(map, classesOf(map), language);
  const sizeOf = (size: ChartSize) => ({
    width: BOXES[size].width,
    height: bodyHeight(map, size) + footHeight(items, BOXES[size]),
  });
  return { wide: sizeOf("wide"), narrow: sizeOf("narrow") };
}

/** What a page says of a map beside it; null: there is nothing to draw. */
export type MapFacts = {
  sizes: Record<ChartSize, { width: number; height: number }>;
  communeCount: number;
  isSquares: boolean;
  hasFarIslands: boolean;
  /** Codes that have figures but no boundaries yet. */
  undrawn: string[];
};

export function mapFactsOf(map: CommuneMap, language: Language): MapFacts | null {
  if (classesOf(map).length === 0) return null;
  const drawn = map.shapes && new Set(codesOfShapes(map.shapes));
  return {
    sizes: mapSizes(map, language),
    isSquares: drawn === null,
    hasFarIslands: map.shapes !== null && hasFarIslands(map.shapes),
    communeCount: drawn?.size ?? map.communes.length,
    undrawn: drawn ? map.cells.map(({ code }) => code).filter((code) => !drawn.has(code)) : [],
  };
}

/**
 * Sales by commune as a whole SVG document: the darker on paper, the more; by classes alone, so that it holds no amount
 * but the ends of the classes. What is not public is hatched. No script, nothing from elsewhere.
 */
export function drawCommuneMap(map: CommuneMap, request: MapRequest): string {
  const { size, title, note } = request;
  const classes = classesOf(map);
  const body = bodyOf(map, size);
  const items = legendOf(map, classes, request.language);
  const bodyFoot = bodyHeight(map, size);
  const height = bodyFoot + footHeight(items, BOXES[size]);
  const looks = new Map(map.cells.map((cell) => [cell.code, lookOf(classes, cell)]));
  const { borders, draw } = body;
  return [
    openSvg({ width: BOXES[size].width, height, title }),
    draw((code) => looks.get(code) ?? PLAIN),
    borders,
    drawLegend(items, { box: BOXES[size], y: bodyFoot }),
    ...note.map(
      (text, i) =>
        `<text x="6" y="${height - NOTE_ROW * (note.length - i) + 10}" class="n">${escapeXml(text)}</text>`,
    ),
    "</svg>",
  ].join("");
}

function lookOf(classes: readonly SalesClass[], { salesVnd, isOpen }: MapCell): Look {
  const level = salesVnd === null ? 0 : levelOf(classes, classOf(classes, salesVnd));
  return { level, isHatched: !isOpen };
}

function classesOf({ cells }: CommuneMap): SalesClass[] {
  return salesClasses(cells.flatMap(({ salesVnd }) => (salesVnd === null ? [] : [salesVnd])));
}

function bodyHeight({ shapes, communes }: CommuneMap, size: ChartSize): number {
  const box = BOXES[size];
  return shapes ? heightOfShapes(shapes, box) : tilesOf(communes, box.width).height;
}

type Body = {
  borders: string;
  draw: (look: (code: string) => Look) => string;
};

function bodyOf({ shapes, communes }: Omit<CommuneMap, "cells">, size: ChartSize): Body {
  if (shapes === null) return tileBody(communes, size);
  const { areas, borders } = outlinesOf(shapes, BOXES[size]);
  const scaled = `<g transform="scale(${1 / STEPS})">`;
  return {
    // Each outline is written once: the colour is its group's, so that it has none where the hatch uses it again.
    draw: (look) => {
      const paths = areas.map(({ code, path }, i) => {
        const { level, isHatched } = look(code);
        return isHatched
          ? `<g class="c${level}"><path id="a${i}" d="${path}"/></g>`
          : `<path class="c${level}" d="${path}"/>`;
      });
      const hatched = areas.map(({ code }, i) =>
        look(code).isHatched ? `<use href="#a${i}"/>` : "",
      );
      return `${scaled}${paths.join("")}<g fill="url(#m)">${hatched.join("")}</g></g>`;
    },
    borders: `<defs><path id="b" d="${borders}"/></defs>${scaled}<use href="#b" class="halo"/><use href="#b" class="line"/></g>`,
  };
}

function tileBody(communes: CommuneMap["communes"], size: ChartSize): Body {
  const { tile, tiles } = tilesOf(communes, BOXES[size].width);
  const rect = (x: number, y: number) =>
    `x="${x + 1}" y="${y + 1}" width="${tile.width - 2}" height="${tile.height - 2}"`;
  return {
    borders: "",
    draw: (look) =>
      tiles
        .map(({ code, x, y, lines }) => {
          const { level, isHatched } = look(code);
          const top = y + tile.height / 2 - lines.length * 7 + 11;
          const name = lines
            .map(
              (line, i) =>
                `<text x="${x + tile.width / 2}" y="${top + 14 * i}" class="t${level}${isHatched ? " u" : ""}">${escapeXml(line)}</text>`,
            )
            .join("");
          const over = isHatched ? `<rect ${rect(x, y)} fill="url(#h)"/>` : "";
          return `<rect ${rect(x, y)} class="c${level} e"/>${over}${name}`;
        })
        .join(""),
  };
}

/** Width and height of `drawBoundaries` on a wide page. */
export function boundariesSize(shapes: CommuneShapes): { width: number; height: number } {
  const box = BOXES.wide;
  return { width: box.width, height: heightOfShapes(shapes, box) };
}

/** Boundaries alone, to be looked at before they are used. */
export function drawBoundaries(shapes: CommuneShapes, size: ChartSize, title: string): string {
  const box = BOXES[size];
  const { borders, draw } = bodyOf({ shapes, communes: [] }, size);
  return [
    openSvg({ width: box.width, height: heightOfShapes(shapes, box), title }),
    draw(() => ({ level: 1, isHatched: false })),
    borders,
    "</svg>",
  ].join("");
}

function openSvg(head: { width: number; height: number; title: string }): string {
  const { width, height, title } = head;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    MAP_STYLE,
    `<defs>${hatch("h", 1)}${hatch("m", STEPS)}</defs>`,
  ].join("");
}

function footHeight(items: readonly LegendItem[], box: { width: number }): number {
  return legendHeight(items, box) + 8 + NOTE_LINES * NOTE_ROW;
}
