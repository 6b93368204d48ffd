import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endOfficerAccess } from "~/domain/flows/end-officer-access.server";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

/** Refuses, or takes back, what was asked for a colleague. What is over already stays so. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "officer.manage");
  const ended = await endOfficerAccess(actor, args.params["grantId"] ?? "");
  return redirect(paths.officers(ended.ok ? { done: "ended" } : {}), 303);
}
