import { encode } from "uqr";

export type QrSvgInput = {
  /** The text of the QR. */
  value: string;
  /** What a screen reader says; any text, escaped here. */
  title: string;
};

/** White modules around the code; with fewer, readers miss it on a dark page (ISO/IEC 18004). */
const QUIET_ZONE = 4;
/** Only the natural size of a saved picture; a page scales it by CSS. */
const PIXELS_PER_MODULE = 6;

/**
 * The picture of a QR code as one `<svg>` element, for a page or a file: error level M, its own white ground and black
 * modules whatever the page's colours, no script, no style, no link.
 */
export function drawQrSvg(input: QrSvgInput): string {
  const code = encode(input.value, { ecc: "M", boostEcc: false, border: 0 });
  const modules = code.size + 2 * QUIET_ZONE;
  const pixels = modules * PIXELS_PER_MODULE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}"`,
    ` viewBox="0 0 ${modules} ${modules}" role="img" shape-rendering="crispEdges">`,
    `<title>${escapeXml(input.title)}</title>`,
    `<rect width="${modules}" height="${modules}" fill="#fff"/>`,
    `<path stroke="#000" d="${pathOf(code.data)}"/></svg>`,
  ].join("");
}

/**
 * Every row's black runs as strokes one module wide, in steps from the end of the run before: about half
 * the bytes of rectangles, and a page's fill colour cannot touch them.
 */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = `M${QUIET_ZONE} ${QUIET_ZONE}.5`;
  let penX = 0;
  let penY = 0;
  rows.forEach((row, y) => {
    let x = 0;
    while (x < row.length) {
      const start = x;
      while (row[x] === true) x += 1;
      if (x > start) {
        path += `m${start - penX} ${y - penY}h${x - start}`;
        penX = x;
        penY = y;
      }
      x += 1;
    }
  });
  return path;
}

// Control characters and half surrogates are not allowed in XML at all, escaped or not.
function escapeXml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
