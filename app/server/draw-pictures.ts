import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { ourLettering, readDrawing } from "~/platform/artwork.server";
import { encodePicture } from "~/platform/encode-picture.server";
import { COMPLETE_LANGUAGES } from "~/platform/language";
import { siteCardSvg } from "~/ui/catalog/product-card-svg";
import { translatorFor } from "~/web/i18n";

/**
 * `npm run pictures`: draws `public/icons` anew from `public/logo.svg` and `public/brocade.svg`. What it makes is
 * committed, so that neither a start nor a build has to draw.
 */

const FOLDER = "public/icons";
const GREEN = "#1F5B3A";

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const [logo, brocade] = await Promise.all(
    ["public/logo.svg", "public/brocade.svg"].map(readDrawing),
  );
  if (logo === undefined || brocade === undefined) throw new Error("no logo");
  await icon({ svg: logo, size: 192, name: "icon-192" });
  await icon({ svg: logo, size: 512, name: "icon-512" });
  // The system cuts these into a shape of its own: the logo within, its ground to the edges.
  await icon({ svg: onGround(logo, 7), size: 512, name: "icon-maskable-512" });
  await icon({ svg: onGround(logo, 2), size: 180, name: "apple-touch-icon" });
  for (const language of COMPLETE_LANGUAGES) {
    const t = translatorFor(language);
    const svg = siteCardSvg(t("site.cardLine"), {
      name: t("common.appName"),
      lettering: ourLettering(),
      artwork: { logo, brocade },
    });
    writeFileSync(join(FOLDER, `card-${language}.jpg`), await encodePicture(svg));
  }
}

async function icon(options: { svg: string; size: number; name: string }): Promise<void> {
  const { svg, size, name } = options;
  const density = (72 * size) / 48; // the logo is 48 wide
  const picture = sharp(Buffer.from(svg), { density }).resize(size, size);
  await picture.png({ palette: true, effort: 10 }).toFile(join(FOLDER, `${name}.png`));
}

/** The logo with so much of its ground around, in its own units. */
function onGround(logo: string, margin: number): string {
  const content = logo.replace(/^<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  const size = 48 + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${size} ${size}"><path fill="${GREEN}" d="M${-margin} ${-margin}h${size}v${size}h${-size}z"/>${content}</svg>`;
}

await main();
