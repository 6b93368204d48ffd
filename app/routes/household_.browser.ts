import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { subscribeBrowser } from "~/domain/flows/subscribe-browser.server";
import { browserForm } from "~/domain/notices/forms";
import { requirePermission } from "~/web/guard.server";
import { badRequest } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household_desk.open");
  return redirect(paths.householdDesk(), 303);
}

/** This browser is told of the households of whoever is signed in. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "household_desk.open");
  const read = await readForm(args.request, browserForm);
  if (!read.ok) throw badRequest();
  await subscribeBrowser({ ownerKind: "user", ownerId: user.id, ...read.value });
  return redirect(paths.householdDesk({ told: "yes" }), 303);
}
