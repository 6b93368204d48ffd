import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { subscribeBrowser } from "~/domain/flows/subscribe-browser.server";
import { unsubscribeBrowsers } from "~/domain/flows/unsubscribe-browsers.server";
import { browserForm } from "~/domain/notices/forms";
import { requirePermission } from "~/web/guard.server";
import { badRequest } from "~/web/http-errors";
import { checkForm, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "browser.subscribe");
  return redirect(paths.householdDesk(), 303);
}

/** This browser is told of the households of whoever is signed in, or none of theirs any more. */
export async function action(args: ActionFunctionArgs) {
  const { user } = await requirePermission(args, "browser.subscribe");
  const form = await readFormData(args.request);
  if (form.get("intent") === "stop") {
    await unsubscribeBrowsers(user.id);
    return redirect(paths.householdDesk({ told: "no" }), 303);
  }
  const read = checkForm(form, browserForm);
  if (!read.ok) throw badRequest();
  await subscribeBrowser({ ownerKind: "user", ownerId: user.id, ...read.value });
  return redirect(paths.householdDesk({ told: "yes" }), 303);
}
