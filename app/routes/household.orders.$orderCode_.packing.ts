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
  // Sent by the packing sheet, it leads on there: the value is whose sheet it was, blank for the first household's.
  const sheetOf = (await args.request.formData()).get("sheet");
  if (result.ok && typeof sheetOf === "string") {
    const household = sheetOf === "" ? {} : { household: sheetOf };
    return redirect(paths.packingSheet({ ...household, packed: orderCode }), 303);
  }
  const outcome = result.ok ? { done: "packed" } : { problem: result.code };
  return redirect(paths.householdOrder(orderCode, outcome), 303);
}
