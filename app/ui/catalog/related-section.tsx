import type { ProductCard } from "~/domain/catalog/types";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProductShelf } from "./product-shelf";

/** What goes with it by a rule that everyone can read. */
export function RelatedSection({ cards }: { cards: readonly ProductCard[] }) {
  const t = useT();
  const language = useLanguage();
  if (cards.length === 0) return null;
  return (
    <section className="mt-12 border-t border-line pt-8">
      <h2 className="mb-5 text-2xl">{t("catalog.related")}</h2>
      <ProductShelf cards={cards} heading="h3" />
      <p className="mt-6 text-sm text-soft">
        {t("catalog.relatedNote")}{" "}
        <a className="underline" href={`${paths.ranking(language)}#related`}>
          {t("catalog.relatedLink")}
        </a>
      </p>
    </section>
  );
}
