import { readXml } from "./read-xml.server";

/** Where the first sheet of a workbook lies in its archive; null where it says so nowhere. */
export async function firstSheetPath(workbook: string, relations: string): Promise<string | null> {
  let relationId: string | undefined;
  await readXml(workbook, {
    open: (name, attributes) => {
      if (name === "sheet") relationId ??= attributes["r:id"] ?? attributes["id"];
    },
  });
  if (relationId === undefined) return null;
  let target: string | null = null;
  await readXml(relations, {
    open: (name, { Id, Target }) => {
      if (name === "Relationship" && Id === relationId) target = Target ?? null;
    },
  });
  return target === null ? null : pathOf(target);
}

function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** The formats of Excel's own that show a day or a time. */
const DATE_FORMATS: readonly [number, number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Which cell styles (`s`) show a number as a day or a time. */
export async function readDateStyles(styles: string): Promise<ReadonlySet<number>> {
  const ownFormats = new Map<number, string>();
  const dateStyles = new Set<number>();
  let isInCellFormats = false;
  let style = 0;
  await readXml(styles, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === "numFmt") ownFormats.set(Number(numFmtId), formatCode ?? "");
      if (name === "cellXfs") isInCellFormats = true;
      if (name !== "xf" || !isInCellFormats) return;
      if (isDateFormat(Number(numFmtId), ownFormats)) dateStyles.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return dateStyles;
}

function isDateFormat(id: number, ownFormats: ReadonlyMap<number, string>): boolean {
  if (DATE_FORMATS.some(([first, last]) => id >= first && id <= last)) return true;
  const code = ownFormats.get(id) ?? "";
  // Without what is only shown: quoted texts, colours and currencies in brackets, letters after a backslash.
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /[dyhs]|m/i.test(bare) && !/general/i.test(bare);
}
