import { readXml } from "./read-xml.server";

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
