import type { CollectionPage, EndedCollection } from "~/domain/catalog/types-collection";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { collectionWords } from "./collection-words";
import { SampleMark } from "./product-facts";

/** Name and reason of a collection; by which criterion it was chosen is not to be hidden (E-commerce Law, Art. 11). */
export function CollectionHead({ collection }: { collection: CollectionPage }) {
  const t = useT();
  const { name, intro, criterion } = collectionWords(t, collection, useMark());
  return (
    <header className="mb-6 border-b border-line pb-6">
      <h1 className="text-3xl md:text-4xl">
        {name}
        {collection.isSample ? <SampleMark /> : null}
      </h1>
      <p className="mt-3 max-w-prose text-lg whitespace-pre-line">{intro}</p>
      <p className="mt-3 max-w-prose text-soft">
        <strong className="font-semibold text-ink">{t("collections.criterion")}</strong> {criterion}{" "}
        {t("collections.noPay")}
      </p>
      <p className="num mt-2 text-soft">
        {t("catalog.productCount", { count: collection.list.total })}
        {collection.endsOn ? (
          <>
            {` · ${t("collections.until")} `}
            <LocalDay date={collection.endsOn} />
          </>
        ) : null}
      </p>
    </header>
  );
}

/** What the address of a collection says when its time is over, with the ways on. */
export function CollectionEnded({ ended }: EndedCollection) {
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  return (
    <>
      <h1 className="mt-4 text-3xl">
        {t("collections.endedTitle", { name: mark(ended.name, ended.nameLanguage) })}
      </h1>
      <EmptyState title={t("collections.endedText")}>
        <a className="button button-main" href={paths.collections(language)}>
          {t("collections.seeOthers")}
        </a>
        <a className="button button-quiet" href={paths.products(language)}>
          {t("catalog.seeAll")}
        </a>
      </EmptyState>
    </>
  );
}
