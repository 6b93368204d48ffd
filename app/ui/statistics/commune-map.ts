import { codesOfShapes, type CommuneShapes } from "~/domain/places/commune-shapes";
import type { Commune } from "~/domain/places/types";
import type { TableCell } from "~/domain/statistics/breakdown-tables";
import { classOf, salesClasses, type SalesClass } from "~/domain/statistics/sales-classes";
import type { Language } from "~/platform/language";
import { formatVnd, type Vnd } from "~/platform/money";
import type { Translate } from "~/web/i18n";
import type { ChartSize } from "./indicator-charts";
import { MAP_STYLE, hatch } from "./map-style";
import { heightOfShapes, outlinesOf, STEPS } from "./map-shapes";
import { tilesOf } from "./map-tiles";

/** Pixels; a map of boundaries is as high as its province asks for, up to this. */
const BOXES = {
  wide: { width: 560, height: 560 },
  narrow: { width: 340, height: 420 },
} as const;
const LEGEND_COLUMNS: Record<ChartSize, number> = { wide: 2, narrow: 1 };
const ROW = 22;
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
  t: Translate;
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
function mapSizes(map: CommuneMap): Record<ChartSize, { width: number; height: number }> {
  const sizeOf = (size: ChartSize) => ({
    width: BOXES[size].width,
    height: bodyHeight(map, size) + footHeight(legendCount(map), size),
  });
  return { wide: sizeOf("wide"), narrow: sizeOf("narrow") };
}

/** What a page says of a map beside it; null: there is nothing to draw. */
export type MapFacts = {
  sizes: Record<ChartSize, { width: number; height: number }>;
  communeCount: number;
  isSquares: boolean;
  /** Codes that have figures but no boundaries yet. */
  undrawn: string[];
};

export function mapFactsOf(map: CommuneMap): MapFacts | null {
  if (classesOf(map).length === 0) return null;
  const drawn = map.shapes && new Set(codesOfShapes(map.shapes));
  return {
    sizes: mapSizes(map),
    isSquares: drawn === null,
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
  const items = legendOf(map, classes, request);
  const bodyFoot = bodyHeight(map, size);
  const height = bodyFoot + footHeight(items.length, size);
  const looks = new Map(map.cells.map((cell) => [cell.code, lookOf(classes, cell)]));
  const { borders, draw } = body;
  return [
    openSvg({ width: BOXES[size].width, height, title }),
    draw((code) => looks.get(code) ?? PLAIN),
    borders,
    drawLegend(items, { size, y: bodyFoot }),
    ...note.map(
      (text, i) =>
        `<text x="6" y="${height - NOTE_ROW * (note.length - i) + 10}" class="n">${escapeXml(text)}</text>`,
    ),
    "</svg>",
  ].join("");
}

/** Which colour, 0 for none; and whether it is hatched. */
type Look = { level: number; isHatched: boolean };
const PLAIN: Look = { level: 0, isHatched: false };

/** Which colours so many classes have: from end to end of the scale. */
const LEVELS = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

function levelOf(classes: readonly SalesClass[], place: number): number {
  return LEVELS[classes.length]?.[place] ?? 0;
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
    draw: (look) =>
      `${scaled}${areas
        .map(({ code, path }) => {
          const { level, isHatched } = look(code);
          const area = `<path class="c${level}" d="${path}"/>`;
          return isHatched ? `${area}<path fill="url(#m)" d="${path}"/>` : area;
        })
        .join("")}</g>`,
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

type LegendItem = Look & { text: string };

function legendOf(
  { cells }: CommuneMap,
  classes: readonly SalesClass[],
  { t, language }: MapRequest,
): LegendItem[] {
  const amounts = classes.map(({ fromVnd, toVnd }, i) => ({
    level: levelOf(classes, i),
    isHatched: false,
    text:
      fromVnd === toVnd
        ? formatVnd(fromVnd, language)
        : `${formatVnd(fromVnd, language)} – ${formatVnd(toVnd, language)}`,
  }));
  const hidden = cells.find(({ isOpen }) => !isOpen);
  const key = hidden?.salesVnd === null ? "maps.withheld" : "maps.unpublished";
  return [
    ...amounts,
    { ...PLAIN, text: t("maps.none") },
    ...(hidden ? [{ level: 0, isHatched: true, text: t(key) }] : []),
  ];
}

function legendCount(map: CommuneMap): number {
  return classesOf(map).length + 1 + (map.cells.some(({ isOpen }) => !isOpen) ? 1 : 0);
}

function footHeight(itemCount: number, size: ChartSize): number {
  return 12 + Math.ceil(itemCount / LEGEND_COLUMNS[size]) * ROW + 8 + NOTE_LINES * NOTE_ROW;
}

/** Down the columns, the lowest class first. */
function drawLegend(items: readonly LegendItem[], at: { size: ChartSize; y: number }): string {
  const columns = LEGEND_COLUMNS[at.size];
  const rows = Math.ceil(items.length / columns);
  return items
    .map(({ level, isHatched, text }, i) => {
      const x = 6 + Math.floor(i / rows) * (BOXES[at.size].width / columns);
      const y = at.y + 12 + (i % rows) * ROW;
      const box = `x="${x}" y="${y}" width="26" height="15"`;
      const over = isHatched ? `<rect ${box} fill="url(#h)"/>` : "";
      return `<rect ${box} class="c${level} e"/>${over}<text x="${x + 34}" y="${y + 12}" class="k">${escapeXml(text)}</text>`;
    })
    .join("");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
