import type { Suggestion } from "~/domain/catalog/types";
import type { Language } from "~/platform/language";
import { translatorFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { setName } from "./set-names";

/** A suggestion as the list under the search box shows it. */
export function suggestionLine(
  language: Language,
  suggestion: Suggestion,
): { text: string; note: string; href: string; lang?: Language } {
  const t = translatorFor(language);
  switch (suggestion.kind) {
    case "product":
      return {
        text: suggestion.name,
        note: suggestion.communeName,
        href: paths.product(language, suggestion.slug),
        ...(suggestion.nameLanguage === language ? {} : { lang: suggestion.nameLanguage }),
      };
    case "set":
      return {
        text: setName(t, suggestion.set),
        note: t("catalog.productCount", { count: suggestion.count }),
        href: paths.products(language, { set: suggestion.set }),
      };
    case "commune":
      return {
        text: suggestion.name,
        note: suggestion.formerName
          ? t("places.formerly", { name: suggestion.formerName })
          : t("places.suggestionNote"),
        href: paths.commune(language, suggestion),
      };
    case "household":
      return {
        text: suggestion.name,
        note: t("catalog.seller"),
        href: paths.household(language, suggestion.slug),
      };
  }
}
