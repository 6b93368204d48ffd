import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { isInScope } from "~/domain/identity/scope";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ActingSwitch } from "~/ui/helpers/acting-switch";
import { readActingFor, stopActing, writeActingFor } from "~/web/acting-cookie.server";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { readFormData } from "~/web/mutation.server";
import { paths, safeReturnPath } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.actingOther"));

/** What an agent reads whose page was of another household than the one that they work for by now. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  const slug = deskSlug(args);
  const wanted = slug === null ? null : await findDeskHousehold(scope, slug);
  if (wanted === null) throw redirect(paths.agentDesk(), 303);
  const id = readActingFor(args.request);
  const current =
    id === null || !isInScope(scope, id)
      ? null
      : await findDeskHousehold({ kind: "households", householdIds: [id] }, null);
  const next = safeReturnPath(new URL(args.request.url).searchParams.get("next"));
  return data({ wanted, current, next }, { status: 409 });
}

/** An agent says for which household the next pages are, or for none any more. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requirePermission(args, "agent_desk.open");
  const form = await readFormData(args.request);
  const [slug, next] = [form.get("household"), form.get("next")];
  const household =
    typeof slug === "string" && !form.has("stop") ? await findDeskHousehold(scope, slug) : null;
  if (household) {
    const headers = { "Set-Cookie": writeActingFor(household.id) };
    const page = safeReturnPath(typeof next === "string" ? next : null);
    const desk = paths.householdDesk({ household: household.slug });
    return redirect(page ?? desk, { status: 303, headers });
  }
  const query = form.has("stop") ? {} : { problem: "no_consent" };
  const headers = { "Set-Cookie": stopActing() };
  return redirect(paths.agentDesk(query), { status: 303, headers });
}

export default function ActingPage() {
  return <ActingSwitch {...useLoaderData<typeof loader>()} />;
}
