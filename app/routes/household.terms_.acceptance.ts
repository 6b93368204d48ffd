import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { acceptSellerTerms } from "~/domain/flows/accept-seller-terms.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { acceptanceForm } from "~/domain/joining/forms-terms";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { firstErrorOf } from "~/web/first-error";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

/** Whoever opens the address of the form is led to the page that has it. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.declare");
  return redirect(paths.householdTerms(deskQuery(args)));
}

/** A household agrees to a version of the terms; nobody agrees for it. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "household.declare");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const query = deskQuery(args);
  const read = await readForm(args.request, acceptanceForm);
  if (!read.ok) {
    const problem = firstErrorOf(read.reply);
    return redirect(paths.householdTerms({ ...query, problem }), 303);
  }
  const { number } = read.value;
  const accepted = await acceptSellerTerms(actor, scope, { householdId: household.id, number });
  const answer = accepted.ok ? { done: "accepted" } : { problem: accepted.code };
  return redirect(paths.householdTerms({ ...query, ...answer }), 303);
}
