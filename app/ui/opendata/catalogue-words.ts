import type { CatalogueFacts } from "~/domain/opendata/catalogue";
import { translatorFor, type Translate } from "~/web/i18n";

const [vi, en] = [translatorFor("vi"), translatorFor("en")];
const both = (textOf: (t: Translate) => string) => ({ vi: textOf(vi), en: textOf(en) });

/** What the catalogue of open data says, in both languages. */
export function catalogueWords(
  province: string,
): Pick<CatalogueFacts, "publisher" | "titles" | "descriptions"> {
  return {
    publisher: both((t) => t("opendata.publisher", { province })),
    titles: {
      catalogue: both((t) => t("opendata.catalogueTitle", { province })),
      api: both((t) => t("opendata.apiHeading")),
      indicator: both((t) => t("opendata.dataset_indicator")),
      breakdown: both((t) => t("opendata.dataset_breakdown")),
      editions: both((t) => t("opendata.dataset_editions")),
      revisions: both((t) => t("opendata.dataset_revisions")),
    },
    descriptions: {
      catalogue: both((t) => t("opendata.catalogueText")),
      api: both((t) => t("opendata.apiLead")),
      indicator: both((t) => t("opendata.about_indicator")),
      breakdown: both((t) => t("opendata.about_breakdown")),
      editions: both((t) => t("opendata.about_editions")),
      revisions: both((t) => t("opendata.about_revisions")),
    },
  };
}
