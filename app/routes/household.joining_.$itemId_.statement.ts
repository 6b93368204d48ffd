import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { attestItem } from "~/domain/flows/attest-item.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { statementForm } from "~/domain/joining/forms";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Whoever opens the address of the form is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.declare");
  return redirect(paths.joiningItem(args.params["itemId"] ?? "", deskQuery(args)));
}

/** A household says yes to a sentence; nobody else says it for the household. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "household.declare");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const itemId = args.params["itemId"] ?? "";
  const query = deskQuery(args);
  const read = await readForm(args.request, statementForm);
  if (!read.ok) {
    const problem = firstErrorOf(read.reply);
    return redirect(paths.joiningItem(itemId, { ...query, problem }), 303);
  }
  const { statement } = read.value;
  const said = await attestItem(actor, scope, { householdId: household.id, itemId, statement });
  if (said.ok) return redirect(paths.joining({ ...query, done: "attested" }), 303);
  if (said.code === "item_not_found") throw notFound();
  return redirect(paths.joiningItem(itemId, { ...query, problem: said.code }), 303);
}
