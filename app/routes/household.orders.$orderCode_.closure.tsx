import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { closeOrder } from "~/domain/flows/close-order.server";
import { closureForm } from "~/domain/fulfilment/forms";
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
  const read = await readForm(args.request, closureForm);
  if (!read.ok) {
    const problem = firstErrorOf(read.reply);
    return redirect(paths.householdOrder(orderCode, { problem }), 303);
  }
  const { to, reason = "" } = read.value;
  const result = await closeOrder(actor, scope, { orderCode, to, reason });
  if (!result.ok && result.code === "order_not_found") throw notFound();
  const outcome = result.ok ? { done: "closed" } : { problem: result.code };
  return redirect(paths.householdOrder(orderCode, outcome), 303);
}
