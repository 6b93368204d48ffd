import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { shipOrder } from "~/domain/flows/ship-order.server";
import { parcelFieldOf, shipmentForm } from "~/domain/fulfilment/forms";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OrderPage } from "~/ui/fulfilment/order-page";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import type { FormReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.order.code ?? "";
  return privateMeta(matches, siteOf(matches).t("households.orderTitle", { code }));
};

/** The order's page again, for a form that was not in order. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "order.fulfil");
  const order = await findHouseholdOrder(scope, args.params["orderCode"] ?? "");
  if (!order) throw notFound();
  return { deskHouseholdId: order.householdId, order };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "order.fulfil");
  const orderCode = args.params["orderCode"] ?? "";
  const read = await readForm(args.request, shipmentForm);
  if (!read.ok) return data<FormReply>(read.reply, { status: 400 });
  const { carrier = "", trackingCode } = read.value;
  const result = await shipOrder(actor, scope, { orderCode, carrier, trackingCode });
  if (!result.ok && result.code === "order_not_found") throw notFound();
  const field = result.ok ? null : parcelFieldOf(result.code);
  if (!result.ok && field) {
    return data<FormReply>(fieldErrorReply(read.submission, field, result.code), { status: 400 });
  }
  if (!result.ok && result.code === "parcel_sent_otherwise") {
    return redirect(
      paths.orderParcel(orderCode, { problem: result.code, carrier, trackingCode }),
      303,
    );
  }
  const outcome = result.ok ? { done: "shipped" } : { problem: result.code };
  return redirect(paths.householdOrder(orderCode, outcome), 303);
}

export default function OrderShipmentPage() {
  const { order } = useLoaderData<typeof loader>();
  return <OrderPage order={order} shipment={useActionData<typeof action>()} />;
}
