import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { isPaidFromStatement } from "~/domain/statements/queries-order.server";
import { listReturnsOfOrder } from "~/domain/returns/queries-lists.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OrderPage } from "~/ui/fulfilment/order-page";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.order.code ?? "";
  return privateMeta(matches, siteOf(matches).t("households.orderTitle", { code }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const order = await findHouseholdOrder(scope, args.params["orderCode"] ?? "");
  if (!order) throw notFound();
  const { searchParams } = new URL(args.request.url);
  return {
    deskHouseholdId: order.householdId,
    order,
    isFromStatement: await isPaidFromStatement(order.code),
    requests: await listReturnsOfOrder(order.code),
    done: searchParams.get("done"),
    problem: searchParams.get("problem"),
  };
}

export default function HouseholdOrderPage() {
  const { order, requests, isFromStatement, done, problem } = useLoaderData<typeof loader>();
  const asked = { done, problem };
  return (
    <OrderPage order={order} requests={requests} isFromStatement={isFromStatement} {...asked} />
  );
}
