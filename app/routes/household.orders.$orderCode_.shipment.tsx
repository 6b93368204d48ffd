import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { shipOrder } from "~/domain/flows/ship-order.server";
import { shipmentForm } from "~/domain/fulfilment/forms";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "order.fulfil");
  return redirect(paths.householdOrder(args.params["orderCode"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "order.fulfil");
  const orderCode = args.params["orderCode"] ?? "";
  const read = await readForm(args.request, shipmentForm);
  if (!read.ok) {
    const problem = firstErrorOf(read.reply);
    return redirect(paths.householdOrder(orderCode, { problem }), 303);
  }
  const { carrier = "", trackingCode = "" } = read.value;
  const result = await shipOrder(actor, scope, { orderCode, carrier, trackingCode });
  if (!result.ok && result.code === "order_not_found") throw notFound();
  const outcome = result.ok ? { done: "shipped" } : { problem: result.code };
  return redirect(paths.householdOrder(orderCode, outcome), 303);
}
