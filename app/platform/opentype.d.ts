/** What we use of opentype.js, which brings no types. */
declare module "opentype.js" {
  export type PathCommand =
    | { type: "M" | "L"; x: number; y: number }
    | { type: "Q"; x1: number; y1: number; x: number; y: number }
    | { type: "C"; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
    | { type: "Z" };
  export type Font = {
    charToGlyphIndex: (character: string) => number;
    charToGlyph: (character: string) => { advanceWidth?: number };
    unitsPerEm: number;
    // oxlint-disable-next-line eslint/max-params -- the package's own
    getPath: (text: string, x: number, y: number, size: number) => { commands: PathCommand[] };
  };
  const opentype: { parse: (bytes: ArrayBuffer) => Font };
  // oxlint-disable-next-line import/no-default-export -- the package has no other
  export default opentype;
}
