import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countDeskWork, findDeskHousehold } from "~/domain/households/queries.server";
import { HOUSEHOLD_ORDER_STATUSES } from "~/domain/orders/order-progress";
import { listHouseholdOrders } from "~/domain/orders/queries-household.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdOrderList } from "~/ui/fulfilment/order-list";
import { OrderTabs, type OrderTab } from "~/ui/fulfilment/order-tabs";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { LessonLink } from "~/ui/training/lesson-link";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.ordersTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const { searchParams } = new URL(args.request.url);
  const slug = searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const { orders: counts } = await countDeskWork(household.id);
  const tab = tabOf(searchParams.get("status")) ?? firstTab(counts);
  const page = pageOf(searchParams.get("page"));
  const params = { householdId: household.id, status: tab, page };
  const list = present(await listHouseholdOrders(scope, params), "a household in the scope");
  return { deskHouseholdId: household.id, counts, tab, list };
}

function tabOf(text: string | null): OrderTab | null {
  if (text === "all") return "all";
  return HOUSEHOLD_ORDER_STATUSES.find((status) => status === text) ?? null;
}

/** Where something waits; without anything waiting, everything. */
function firstTab(counts: { placed: number; confirmed: number; shipped: number }): OrderTab {
  if (counts.placed > 0) return "placed";
  return counts.confirmed > 0 ? "confirmed" : "all";
}

export default function HouseholdOrdersPage() {
  const { counts, tab, list } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("households.ordersTitle")}</h1>
      <LessonLink lesson="pack_order" />
      <OrderTabs tab={tab} counts={counts} />
      {counts.confirmed > 0 ? (
        <p className="mt-4">
          <a className="button button-quiet" href={paths.packingSheet(query)}>
            <Icon name="box" />
            {t("packing.link")}
          </a>
        </p>
      ) : null}
      {list.orders.length === 0 ? (
        <EmptyState title={t("households.ordersEmpty")} />
      ) : (
        <HouseholdOrderList orders={list.orders} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.householdOrders({ ...query, status: tab, page })}
      />
    </>
  );
}
