import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { stopHelping } from "~/domain/flows/stop-helping.server";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.end");
  return redirect(paths.householdHelpers(deskQuery(args)), 303);
}

/** A household ends what it allowed an agent: at once. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "delegation.end");
  const code = args.params["delegationCode"] ?? "";
  const stopped = await stopHelping(actor, { code, stopper: { by: "household", scope } });
  if (!stopped.ok) throw notFound();
  return redirect(paths.householdHelpers({ ...deskQuery(args), done: "ended" }), 303);
}
