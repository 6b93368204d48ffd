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

/** An SVG document of ours. @param file from the repository's own folder, such as `public/logo.svg` */
export function readDrawing(file: string): Promise<string> {
  // Both this file and the built server lie two folders beneath it.
  return readFile(new URL(`../../${file}`, import.meta.url), "utf8");
}

/** What the pictures for message apps have in common, and a drawing. */
export async function readCardArtwork(drawingFile: string) {
  const files = ["public/logo.svg", "public/brocade.svg", drawingFile];
  const [logo = "", brocade = "", drawing = ""] = await Promise.all(files.map(readDrawing));
  return { logo, brocade, drawing };
}
