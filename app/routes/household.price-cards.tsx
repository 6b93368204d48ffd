import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPriceCards } from "~/domain/catalog/queries-price-cards.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { PriceCardPicker } from "~/ui/stalls/price-card-picker";
import { PriceCardSheet } from "~/ui/stalls/price-card-sheet";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("stalls.cardsTitle"));

/** Cards for what lies on the stall; the address says which of the page's products are wanted, all when it says none. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const search = new URL(args.request.url).searchParams;
  const slug = deskSlug(args);
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const of = { householdId: household.id, page: pageOf(search.get("page")) };
  const found = present(await listPriceCards(scope, of), "a household of the scope");
  const wanted = search.getAll("product");
  return { deskHouseholdId: household.id, ...found, wanted, today: localDateOf(now()) };
}

export default function PriceCardsPage() {
  const { cards, page, pageCount, wanted, today } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  const chosen = cards.filter(({ slug }) => wanted.includes(slug));
  const shown = chosen.length > 0 ? chosen : cards;
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.householdProducts(query)} text={t("households.backToProducts")} />
        <h1 className="text-3xl">{t("stalls.cardsTitle")}</h1>
        {cards.length === 0 ? (
          <EmptyState title={t("stalls.cardsEmpty")} />
        ) : (
          <>
            <p className="mt-2 max-w-prose text-soft">{t("stalls.cardsLead")}</p>
            <PriceCardPicker cards={cards} shown={shown} page={page} />
            <Pagination
              page={page}
              pageCount={pageCount}
              hrefOf={(one) => paths.priceCards({ ...query, page: one })}
            />
            <p className="mb-4">{t("orders.printHint")}</p>
          </>
        )}
      </div>
      {shown.length > 0 ? (
        <ScrollRegion label={t("stalls.cardSheet")}>
          <PriceCardSheet cards={shown} today={today} />
        </ScrollRegion>
      ) : null}
    </>
  );
}
