import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BuyerSection, CourseSection, GoodsSection } from "~/ui/fulfilment/order-facts";
import { OrderMoney } from "~/ui/fulfilment/order-money";
import { OrderNextStep } from "~/ui/fulfilment/order-next-step";
import { OrderStatusMark } from "~/ui/fulfilment/order-status-mark";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

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
    done: searchParams.get("done"),
    problem: searchParams.get("problem"),
  };
}

export default function HouseholdOrderPage() {
  const { order, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdOrders(query)} text={t("households.backToOrders")} />
      <h1 className="num mb-2 text-3xl">{t("households.orderTitle", { code: order.code })}</h1>
      <OrderStatusMark status={order.status} />
      <DoneNotice done={done} problem={null} />
      <div className="mt-4">
        <OrderMoney order={order} />
      </div>
      <OrderNextStep order={order} problem={problem} />
      <GoodsSection order={order} />
      <BuyerSection order={order} />
      <CourseSection order={order} />
    </>
  );
}
