import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { licenceFormOn } from "~/domain/catalog/forms-document";
import { addLicence } from "~/domain/flows/add-licence.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { LicenceForm } from "~/ui/papers/licence-form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("papers.addLicenceTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "profile.edit");
  const household = await findDeskHousehold(scope, namedIn(args.request) ?? null);
  if (!household) throw notFound();
  return { deskHouseholdId: household.id, documentId: newId("doc") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "profile.edit");
  const household = await findDeskHousehold(scope, namedIn(args.request) ?? null);
  if (!household) throw notFound();
  const read = await readForm(args.request, licenceFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const input = { householdId: household.id, licence: read.value };
  const added = await addLicence(actor, scope, input);
  if (!added.ok) throw notFound();
  const query = { household: namedIn(args.request), done: "licence" };
  return redirect(paths.householdPapers(query), 303);
}

export default function NewLicencePage() {
  const { documentId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdPapers(query)} text={t("papers.back")} />
      <h1 className="text-3xl">{t("papers.addLicenceTitle")}</h1>
      <p className="mt-2 text-soft">{t("papers.addLicenceText")}</p>
      <LicenceForm documentId={documentId} reply={reply} />
    </>
  );
}

function namedIn(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("household") ?? undefined;
}
