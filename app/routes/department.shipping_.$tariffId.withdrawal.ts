import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { withdrawTariff } from "~/domain/flows/withdraw-tariff.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "shipping_tariff.edit");
  return redirect(paths.departmentShipping());
}

/** Takes back a tariff that is not in force yet. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "shipping_tariff.edit");
  const result = await withdrawTariff(actor, { tariffId: args.params["tariffId"] ?? "" });
  if (!result.ok && result.code === "tariff_not_found") throw notFound();
  const outcome = result.ok ? { done: "withdrawn" } : { problem: result.code };
  return redirect(paths.departmentShipping(outcome), 303);
}
