import type { HouseholdPictureFacts } from "~/domain/catalog/types-places";
import { translatorFor } from "~/web/i18n";
import {
  BOLD,
  BROCADE,
  cardSvg,
  HEIGHT,
  INK,
  LEFT,
  REGULAR,
  SOFT,
  TEXT_WIDTH,
  textWriter,
  type CardContext,
} from "./card-parts";

const LINE = 42;

/** What message apps show of a seller: its photo or the drawing of what it sells, its name, what there is, and where. */
export function householdCardSvg(facts: HouseholdPictureFacts, context: CardContext): string {
  const { language, lettering } = context;
  const t = translatorFor(language);
  const text = textWriter(lettering);
  const wrap = (words: string, linesMax: number) =>
    lettering.wrap(words, { width: TEXT_WIDTH, linesMax }, REGULAR);
  const selling = wrap(facts.productNames.join(" · "), 3);
  const count = t("catalog.productCount", { count: facts.productCount });
  const place = wrap(`${facts.communeName}, ${facts.provinceName}`, 1);
  const kind = t(`households.kind_${facts.kind}`);
  return cardSvg(facts, context, (under) => [
    facts.productCount > 0 ? text(count, { x: LEFT, y: under + 24, style: BOLD, colour: INK }) : "",
    ...selling.map((line, i) =>
      text(line, { x: LEFT, y: under + 24 + (i + 1) * LINE, style: REGULAR, colour: SOFT }),
    ),
    text(kind, { x: LEFT, y: HEIGHT - BROCADE - 74, style: BOLD, colour: INK }),
    text(place[0] ?? "", { x: LEFT, y: HEIGHT - BROCADE - 34, style: REGULAR, colour: SOFT }),
  ]);
}
