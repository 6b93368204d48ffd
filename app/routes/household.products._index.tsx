import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOwnProducts } from "~/domain/catalog/queries-household.server";
import { listOpenListings } from "~/domain/catalog/queries-listing.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DoneNotice } from "~/ui/households/done-notice";
import { HouseholdNotice } from "~/ui/households/household-notice";
import { Icon } from "~/ui/households/icon";
import { OwnProductList } from "~/ui/households/product-list";
import { useDesk } from "~/ui/households/use-desk";
import { OpenListings } from "~/ui/listing/open-listings";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { LessonLink } from "~/ui/training/lesson-link";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.productsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const search = new URL(args.request.url).searchParams;
  const slug = search.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const of = { householdId: household.id, page: pageOf(search.get("page")) };
  const own = await listOwnProducts(scope, of);
  if (!own) throw notFound();
  const listings = await listOpenListings(scope, household.id);
  return {
    deskHouseholdId: household.id,
    ...own,
    listings: listings ?? [],
    done: search.get("done"),
  };
}

export default function OwnProductsPage() {
  const { products, page, pageCount, listings, done } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("households.productsTitle")}</h1>
      <DoneNotice done={done} problem={null} />
      <LessonLink lesson="list_product" />
      <HouseholdNotice />
      <p className="mt-4">
        <a className="button button-main w-full" href={paths.newProduct(query)}>
          <Icon name="plus" />
          {t("households.newProduct")}
        </a>
      </p>
      <p className="mt-2">
        <a className="inline-flex min-h-12 items-center gap-2" href={paths.productTable(query)}>
          <Icon name="list" />
          {t("exchange.listLink")}
        </a>
      </p>
      {products.length > 1 ? (
        <p>
          <a className="inline-flex min-h-12 items-center gap-2" href={paths.productsBulk(query)}>
            <Icon name="pencil" />
            {t("households.bulkLink")}
          </a>
        </p>
      ) : null}
      <p>
        <a className="inline-flex min-h-12 items-center gap-2" href={paths.priceCards(query)}>
          <Icon name="tag" />
          {t("stalls.cardsLink")}
        </a>
      </p>
      <OpenListings listings={listings} />
      {products.length === 0 && listings.length > 0 ? null : products.length === 0 ? (
        <EmptyState title={t("households.productsEmpty")} />
      ) : (
        <OwnProductList products={products} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.householdProducts({ ...query, page: one })}
      />
    </>
  );
}
