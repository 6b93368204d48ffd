import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { loadActingSwitch } from "~/domain/flows/load-acting-switch.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ActingSwitch } from "~/ui/helpers/acting-switch";
import { stopActing, writeActingFor } from "~/web/acting-cookie.server";
import { readActingSwitch, safeDeskForm } from "~/web/acting-switch.server";
import { deskSlug } from "~/web/desk-address";
import { noConsent, requirePermission } from "~/web/guard.server";
import { readFormData } from "~/web/mutation.server";
import { paths, safeReturnPath } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.actingOther"));

/** What an agent reads whose page was of another household than the one that they work for by now. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  return data(await readActingSwitch(args, (asked) => loadActingSwitch(scope, asked)), {
    status: 409,
  });
}

/**
 * An agent says for which household the next pages are, or for none any more. A form that was held for it is all of the
 * body: the browser sends it on to its own door.
 */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  const send = safeDeskForm(new URL(args.request.url).searchParams.get("send"));
  const form = send === null ? await readFormData(args.request) : new FormData();
  const slug = send === null ? form.get("household") : deskSlug(args);
  const household =
    typeof slug === "string" && !form.has("stop") ? await findDeskHousehold(scope, slug) : null;
  if (household) {
    const headers = { "Set-Cookie": writeActingFor(household.id) };
    if (send !== null) return redirect(send, { status: 307, headers });
    const next = form.get("next");
    const page = safeReturnPath(typeof next === "string" ? next : null);
    const desk = paths.householdDesk({ household: household.slug });
    return redirect(page ?? desk, { status: 303, headers });
  }
  if (send !== null && !form.has("stop")) throw noConsent();
  const query = form.has("stop") ? {} : { problem: "no_consent" };
  const headers = { "Set-Cookie": stopActing() };
  return redirect(paths.agentDesk(query), { status: 303, headers });
}

export default function ActingPage() {
  return <ActingSwitch {...useLoaderData<typeof loader>()} held={null} />;
}
