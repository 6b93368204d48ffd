import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createLettering, type Lettering } from "./lettering";

/** Fonts and drawings that come with the program, for pictures made on the server. */

const FONTS = "@expo-google-fonts/be-vietnam-pro";

let lettering: Lettering | undefined;

/** Be Vietnam Pro, drawn for Vietnamese; read once. */
export function ourLettering(): Lettering {
  const font = (name: string) =>
    readFileSync(createRequire(import.meta.url).resolve(`${FONTS}/${name}.ttf`));
  lettering ??= createLettering({
    regular: font("400Regular/BeVietnamPro_400Regular"),
    bold: font("700Bold/BeVietnamPro_700Bold"),
  });
  return lettering;
}

/** An SVG document of `public/`. @param path as in its address, such as `/logo.svg` */
export function readDrawing(path: string): Promise<string> {
  // Both this file and the built server lie two folders beneath the repository's own.
  return readFile(new URL(`../../public${path}`, import.meta.url), "utf8");
}

/** What the pictures for message apps have in common, and a drawing. */
export async function readCardArtwork(drawingPath: string) {
  const paths = ["/logo.svg", "/brocade.svg", drawingPath];
  const [logo = "", brocade = "", drawing = ""] = await Promise.all(paths.map(readDrawing));
  return { logo, brocade, drawing };
}
