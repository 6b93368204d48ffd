import { groupOfSet } from "~/domain/catalog/ocop-sets";
import type { ProductCard } from "~/domain/catalog/types";
import type { SellerShelf } from "~/domain/catalog/types-places";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProductShelf } from "./product-shelf";
import { groupName } from "./set-names";

/** So many stand well side by side without headings. */
const UNGROUPED_MAX = 8;

/** What a seller has on sale; when there is much, under the name of each group. */
export function HouseholdShelf({ slug, shelf }: { slug: string; shelf: SellerShelf }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="mt-8 border-t border-line pt-8">
      <h2 className="mb-5 text-2xl">{t("catalog.householdProducts")}</h2>
      {shelf.total === 0 ? (
        <EmptyState title={t("catalog.householdSellsNothing")}>
          <a className="button button-main" href={paths.products(language)}>
            {t("common.seeProducts")}
          </a>
        </EmptyState>
      ) : (
        <Shelves shelf={shelf} />
      )}
      <Pagination
        page={shelf.page}
        pageCount={shelf.pageCount}
        hrefOf={(page) => paths.household(language, slug, { page: page === 1 ? undefined : page })}
      />
    </section>
  );
}

function Shelves({ shelf }: { shelf: SellerShelf }) {
  const t = useT();
  const groups = byGroup(shelf.cards);
  if (shelf.total <= UNGROUPED_MAX || groups.length === 1) {
    return <ProductShelf cards={shelf.cards} heading="h3" isFirst />;
  }
  return (
    <>
      {groups.map(({ group, cards }) => (
        <section key={group} className="mb-10">
          <h3 className="mb-4 text-xl">{groupName(t, group)}</h3>
          <ProductShelf cards={cards} heading="h4" />
        </section>
      ))}
    </>
  );
}

/** They come in the order of their kinds, so each group is one stretch. */
function byGroup(cards: readonly ProductCard[]) {
  const groups = [...new Set(cards.map((card) => groupOfSet(card.ocopSet)))];
  return groups.map((group) => ({
    group,
    cards: cards.filter((card) => groupOfSet(card.ocopSet) === group),
  }));
}
