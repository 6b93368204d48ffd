import type { CommunePage } from "~/domain/catalog/types-places";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProductShelf } from "./product-shelf";

/** What a commune sells; where it sells nothing yet, the way on. */
export function CommuneProducts({ commune }: { commune: CommunePage }) {
  const t = useT();
  const language = useLanguage();
  const { products } = commune;
  if (products.total === 0) return <NothingYet commune={commune} />;
  return (
    <section className="mt-8 border-t border-line pt-6">
      <h2 className="mb-5 text-2xl">{t("catalog.householdProducts")}</h2>
      <ProductShelf cards={products.cards} heading="h3" isFirst />
      <Pagination
        page={products.page}
        pageCount={products.pageCount}
        hrefOf={(page) => paths.commune(language, commune, { page: page === 1 ? undefined : page })}
      />
    </section>
  );
}

function NothingYet({ commune }: { commune: CommunePage }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <EmptyState title={t("places.nothingYet", { commune: commune.name })}>
        <a className="button button-main" href={paths.products(language)}>
          {t("catalog.seeAll")}
        </a>
        <a className="button button-quiet" href={paths.communes(language)}>
          {t("places.allCommunes")}
        </a>
      </EmptyState>
      {commune.neighbours.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 text-xl">{t("places.neighbours")}</h2>
          <ul className="flex flex-wrap gap-x-6">
            {commune.neighbours.map((one) => (
              <li key={one.code}>
                <a
                  href={paths.commune(language, one)}
                  className="inline-flex min-h-12 items-center"
                >
                  {t("catalog.choiceCount", { choice: one.name, count: one.count })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
