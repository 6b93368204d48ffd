import { askedScreens } from "~/domain/catalog/listing-answers";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { Query } from "~/web/with-query";
import { unitWord } from "./answer-text";
import type { Question } from "./listing-question";

type Place = Pick<Question, "listingId" | "screen" | "answered" | "group" | "when">;

/** The question itself, which is its page's heading. */
export function questionTitle(t: Translate, { screen, answered, when }: Place): string {
  const unit = answered.unit?.value;
  if (screen === "stock" && when === "season") return t("listing.ask_season");
  if (screen === "content" && unit === "piece") return t("listing.ask_piece");
  if (screen === "content" && unit === "kilo") return t("listing.ask_kilo");
  if (screen === "content" && unit) {
    return t("listing.ask_content", { unit: unitWord(t, unit).toLocaleLowerCase("vi") });
  }
  return t(`listing.ask_${screen}`);
}

/** The question before this one. */
export function backOf(
  t: Translate,
  { listingId, screen, answered, group }: Place,
  query: Query,
): { href: string; text: string } {
  const text = t("listing.back");
  if (screen === "kind" && group !== null) {
    return { href: paths.listingScreen(listingId, "kind"), text };
  }
  const asked = askedScreens(answered);
  const before = asked[asked.indexOf(screen) - 1];
  if (before === undefined) {
    return { href: paths.householdProducts(query), text: t("households.backToProducts") };
  }
  return { href: paths.listingScreen(listingId, before), text };
}
