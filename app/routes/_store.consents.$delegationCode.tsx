import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stopHelping } from "~/domain/flows/stop-helping.server";
import { findHelped } from "~/domain/households/queries-delegated.server";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { LinkedConsent } from "~/ui/helpers/linked-consent";
import { currentActor, languageOf, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.linkTitle"));

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/**
 * The consent of the address, for whoever has the SMS that its household was sent; 404 without its key. Once it was
 * renewed, the one that holds now: an older SMS must not say that it is over.
 */
async function linkedConsent(args: DoorArgs) {
  const code = args.params["delegationCode"] ?? "";
  const key = new URL(args.request.url).searchParams.get("key") ?? "";
  if (powerOfKey("consent", { code, key }) !== "act") throw notFound();
  const delegation = await findDelegation(code);
  if (!delegation) throw notFound();
  const helped = await findHelped(delegation.agentId, delegation.householdId);
  const present = helped && (await findDelegation(helped.code));
  return { code, delegation: present ?? delegation, key };
}

export async function loader(args: LoaderFunctionArgs) {
  const { code, delegation, key } = await linkedConsent(args);
  const { status, householdName, agentName, agentPhone, until, powers } = delegation;
  return { code, linkKey: key, status, householdName, agentName, agentPhone, until, powers };
}

export async function action(args: ActionFunctionArgs) {
  const { code, key } = await linkedConsent(args);
  await stopHelping(await currentActor(args), { code, stopper: { by: "link" } });
  return redirect(paths.consent(languageOf(args, null), { code, key }), 303);
}

export default function LinkedConsentPage() {
  return <LinkedConsent {...useLoaderData<typeof loader>()} />;
}
