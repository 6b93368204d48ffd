import type { SalesClass } from "~/domain/statistics/sales-classes";
import type { Language } from "~/platform/language";
import { formatVnd, type Vnd } from "~/platform/money";
import { translatorFor } from "~/web/i18n";

const ROW = 22;
/** A column of half a wide map has room for so many letters. */
const LETTERS_MAX = 34;
const WIDE = 500;

/** Which colour, 0 for none; and whether it is hatched. */
export type Look = { level: number; isHatched: boolean };
export const PLAIN: Look = { level: 0, isHatched: false };

export type LegendItem = Look & { text: string };

/** Which colours so many classes have: from end to end of the scale. */
const LEVELS = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

export function levelOf(classes: readonly SalesClass[], place: number): number {
  return LEVELS[classes.length]?.[place] ?? 0;
}

/** The ends of each class, the lowest first; then what has no colour. */
export function legendOf(
  { cells }: { cells: readonly { salesVnd: Vnd | null; isOpen: boolean }[] },
  classes: readonly SalesClass[],
  language: Language,
): LegendItem[] {
  const t = translatorFor(language);
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

/** Two where the map is wide and every text is short. */
function columnsOf(items: readonly LegendItem[], width: number): number {
  return width >= WIDE && items.every(({ text }) => text.length <= LETTERS_MAX) ? 2 : 1;
}

export function legendHeight(items: readonly LegendItem[], { width }: { width: number }): number {
  return 12 + Math.ceil(items.length / columnsOf(items, width)) * ROW;
}

/** Down the columns, the lowest class first. */
export function drawLegend(
  items: readonly LegendItem[],
  at: { box: { width: number }; y: number },
): string {
  const { width } = at.box;
  const columns = columnsOf(items, width);
  const rows = Math.ceil(items.length / columns);
  return items
    .map(({ level, isHatched, text }, i) => {
      const x = 6 + Math.floor(i / rows) * (width / columns);
      const y = at.y + 12 + (i % rows) * ROW;
      const box = `x="${x}" y="${y}" width="26" height="15"`;
      const over = isHatched ? `<rect ${box} fill="url(#h)"/>` : "";
      return `<rect ${box} class="c${level} e"/>${over}<text x="${x + 34}" y="${y + 12}" class="k">${escapeXml(text)}</text>`;
    })
    .join("");
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
