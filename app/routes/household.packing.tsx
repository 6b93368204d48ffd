import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countDeskWork, findDeskHousehold } from "~/domain/households/queries.server";
import { findPackingSheet } from "~/domain/orders/queries-packing.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PackingSheetView } from "~/ui/fulfilment/packing-sheet";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { LocalTime } from "~/ui/primitives/local-time";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("packing.title"));

/** What the household has confirmed and not packed, to be printed or read beside the boxes. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const { searchParams } = new URL(args.request.url);
  const slug = searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const { orders: counts } = await countDeskWork(household.id);
  const sheet = present(await findPackingSheet(scope, household.id), "a household in the scope");
  return {
    deskHouseholdId: household.id,
    sheet,
    placedCount: counts.placed,
    at: now(),
    packed: searchParams.get("packed"),
  };
}

export default function PackingSheetPage() {
  const { sheet, placedCount, at, packed } = useLoaderData<typeof loader>();
  const t = useT();
  const { current, query } = useDesk();
  const toConfirm = paths.householdOrders({ ...query, status: "placed" });
  const leftCount = sheet.waitingCount - sheet.orders.length;
  return (
    <>
      <div className="no-print">
        <BackLink
          href={paths.householdOrders({ ...query, status: "confirmed" })}
          text={t("households.ordersTitle")}
        />
      </div>
      <h1 className="text-3xl">{t("packing.title")}</h1>
      <p className="text-soft">
        {current?.name} · <LocalTime instant={at} />
      </p>
      <div className="no-print">
        {packed === null ? null : (
          <Notice tone="good" title={t("packing.done", { code: packed })} />
        )}
        {placedCount > 0 ? (
          <Notice tone="plain" title={t("packing.toConfirm", { count: placedCount })}>
            <a href={toConfirm} className="inline-flex min-h-12 items-center">
              {t("packing.toConfirmLink")}
            </a>
          </Notice>
        ) : null}
        {sheet.orders.length > 0 ? <p className="mt-3">{t("orders.printHint")}</p> : null}
      </div>
      {leftCount > 0 ? <p className="mt-3">{t("packing.left", { count: leftCount })}</p> : null}
      {sheet.orders.length === 0 ? (
        <EmptyState title={t("packing.empty")} />
      ) : (
        <PackingSheetView sheet={sheet} />
      )}
    </>
  );
}
