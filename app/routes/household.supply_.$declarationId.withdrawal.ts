import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { withdrawSupply } from "~/domain/flows/withdraw-supply.server";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "supply.declare");
  return redirect(paths.householdSupply());
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "supply.declare");
  const withdrawn = await withdrawSupply(actor, scope, args.params["declarationId"] ?? "");
  if (!withdrawn.ok) throw notFound();
  return redirect(paths.householdSupply({ ...deskQuery(args), done: "withdrawn" }), 303);
}
