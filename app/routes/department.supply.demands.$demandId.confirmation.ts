import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { confirmDemand } from "~/domain/flows/confirm-demand.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "supply.coordinate");
  return redirect(paths.demands());
}

/** An officer has asked the buyer back. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const confirmed = await confirmDemand(actor, args.params["demandId"] ?? "");
  if (!confirmed.ok) throw notFound();
  return redirect(paths.demands({ done: "confirmed" }), 303);
}
