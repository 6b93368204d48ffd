import type { HouseholdPictureFacts } from "~/domain/catalog/types-places";
import type { Language } from "~/platform/language";
import type { Lettering } from "~/platform/lettering";
import { translatorFor } from "~/web/i18n";
import {
  BOLD,
  BROCADE,
  brocadeBand,
  HEIGHT,
  INK,
  LEFT,
  nameLines,
  nested,
  PAPER,
  picture,
  REGULAR,
  sampleMark,
  SOFT,
  TEXT_WIDTH,
  textWriter,
  WIDTH,
  type CardArtwork,
} from "./card-parts";

const LINE = 42;

/** What message apps show of a seller: its photo or the drawing of what it sells, its name, what there is, and where. */
export function householdCardSvg(
  facts: HouseholdPictureFacts,
  {
    language,
    lettering,
    artwork,
  }: { language: Language; lettering: Lettering; artwork: CardArtwork },
): string {
  const t = translatorFor(language);
  const text = textWriter(lettering);
  const name = nameLines(facts.name, lettering);
  const under = 172 + name.lines.length * name.lineHeight;
  const wrap = (words: string, linesMax: number) =>
    lettering.wrap(words, { width: TEXT_WIDTH, linesMax }, REGULAR);
  const selling = wrap(facts.productNames.join(" · "), 3);
  const count = t("catalog.productCount", { count: facts.productCount });
  const place = wrap(`${facts.communeName}, ${facts.provinceName}`, 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    picture(artwork),
    nested(artwork.logo, { x: LEFT, y: 40, width: 60, height: 60 }, "0 0 48 48"),
    text(t("common.appName"), {
      x: LEFT + 76,
      y: 84,
      style: { weight: "bold", size: 38 },
      colour: INK,
    }),
    facts.isSample ? sampleMark(t("common.sample"), lettering) : "",
    ...name.lines.map((line, i) =>
      text(line, { x: LEFT, y: 172 + i * name.lineHeight, style: name.style, colour: INK }),
    ),
    facts.productCount > 0 ? text(count, { x: LEFT, y: under + 24, style: BOLD, colour: INK }) : "",
    ...selling.map((line, i) =>
      text(line, { x: LEFT, y: under + 24 + (i + 1) * LINE, style: REGULAR, colour: SOFT }),
    ),
    text(t(`households.kind_${facts.kind}`), {
      x: LEFT,
      y: HEIGHT - BROCADE - 74,
      style: BOLD,
      colour: INK,
    }),
    text(place[0] ?? "", { x: LEFT, y: HEIGHT - BROCADE - 34, style: REGULAR, colour: SOFT }),
    brocadeBand(artwork.brocade),
    "</svg>",
  ].join("\n");
}
