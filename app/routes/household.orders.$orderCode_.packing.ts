import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { packOrder } from "~/domain/flows/pack-order.server";
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
  const result = await packOrder(actor, scope, { orderCode });
  if (!result.ok && result.code === "order_not_found") throw notFound();
  const outcome = result.ok ? { done: "packed" } : { problem: result.code };
  return redirect(paths.householdOrder(orderCode, outcome), 303);
}
