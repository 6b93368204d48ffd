import type {
  Answered,
  ListingAnswers,
  ListingScreen,
  ListingStock,
} from "~/domain/catalog/listing-answers";
import { saidAmount, type PackContent, type PackUnit } from "~/domain/catalog/listing-packs";
import { formatInteger, formatVnd } from "~/platform/money";
import type { Language } from "~/platform/language";
import { formatDate } from "~/platform/period";
import { monthName, setName } from "~/ui/catalog/set-names";
import type { Translate } from "~/web/i18n";

type Reader = { t: Translate; language: Language };

/** An answer in words, as the summary and a conflict show it. */
export function answerText(
  { t, language }: Reader,
  answer: {
    [Screen in ListingScreen]: { screen: Screen; value: ListingAnswers[Screen] };
  }[ListingScreen],
): string {
  switch (answer.screen) {
    case "photo":
      return t(answer.value ? "listing.photoThere" : "listing.photoLater");
    case "kind":
      return setName(t, answer.value);
    case "name":
      return answer.value;
    case "unit":
      return t(`listing.unit_${answer.value}`);
    case "content":
      return contentText(t, answer.value);
    case "weight":
      return `${formatInteger(answer.value, language)} g`;
    case "price":
      return formatVnd(answer.value, language);
    case "stock":
      return stockText({ t, language }, answer.value);
  }
}

/** The same of a question that may be open. */
export function answeredText(
  reader: Reader,
  { answered, screen }: { answered: Answered; screen: ListingScreen },
): string | null {
  const value = answered[screen]?.value;
  if (value === undefined) return null;
  return answerText(reader, { screen, value } as Parameters<typeof answerText>[1]);
}

function contentText(t: Translate, content: PackContent): string {
  return `${saidAmount(content)} ${t(`listing.measure_${content.measure}`)}`;
}

function stockText({ t, language }: Reader, stock: ListingStock): string {
  if (stock.kind === "season") {
    return t("listing.seasonText", {
      from: monthName(t, stock.fromMonth),
      to: monthName(t, stock.toMonth),
    });
  }
  const text = t("listing.stockText", {
    number: formatInteger(stock.stockCount, language),
    day: formatDate(stock.madeOn),
  });
  if (stock.expiresOn === null) return text;
  return `${text}, ${t("listing.expiresText", { day: formatDate(stock.expiresOn) })}`;
}

/** What a pack is called in a question about it: `chai`, `chục`. */
export function unitWord(t: Translate, unit: PackUnit): string {
  return t(`listing.unit_${unit}`);
}
