import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { closeDemand } from "~/domain/flows/close-demand.server";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "supply.coordinate");
  return redirect(paths.demands());
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "supply.coordinate");
  const closed = await closeDemand(actor, args.params["demandId"] ?? "");
  if (!closed.ok) throw notFound();
  return redirect(paths.demands({ done: "closed" }), 303);
}
