import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { deliverOrder } from "~/domain/flows/deliver-order.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "order.fulfil");
  return redirect(paths.householdOrder(args.params["orderCode"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "order.fulfil");
  const orderCode = args.params["orderCode"] ?? "";
  const result = await deliverOrder(actor, { by: "household", scope }, { orderCode });
  if (!result.ok && result.code === "order_not_found") throw notFound();
  const outcome = result.ok ? { done: "delivered" } : { problem: result.code };
  return redirect(paths.householdOrder(orderCode, outcome), 303);
}
