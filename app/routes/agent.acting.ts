import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { stopActing, writeActingFor } from "~/web/acting-cookie.server";
import { requirePermission } from "~/web/guard.server";
import { readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "agent_desk.open");
  return redirect(paths.agentDesk(), 303);
}

/** An agent says for which household the next pages are, or for none any more. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  const form = await readFormData(args.request);
  const slug = form.get("household");
  const household =
    typeof slug === "string" && !form.has("stop") ? await findDeskHousehold(scope, slug) : null;
  if (household) {
    const headers = { "Set-Cookie": writeActingFor(household.id) };
    return redirect(paths.householdDesk({ household: household.slug }), { status: 303, headers });
  }
  const query = form.has("stop") ? {} : { problem: "no_consent" };
  const headers = { "Set-Cookie": stopActing() };
  return redirect(paths.agentDesk(query), { status: 303, headers });
}
