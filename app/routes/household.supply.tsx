import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declareSupply } from "~/domain/flows/declare-supply.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { declarationFormOn } from "~/domain/supply/forms";
import { listOwnMatches } from "~/domain/supply/queries-matches.server";
import { listOwnDeclarations, listProduceNames } from "~/domain/supply/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { DeclarationForm } from "~/ui/supply/declaration-form";
import { DeclarationList } from "~/ui/supply/declaration-list";
import { OwnMatches } from "~/ui/supply/own-matches";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.title"));

/** What a household will harvest, told to the province in time to find buyers. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "supply.declare");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const declarations = await listOwnDeclarations(scope, household.id);
  return {
    deskHouseholdId: household.id,
    declarations: present(declarations, "a household of the scope"),
    matches: present(await listOwnMatches(scope, household.id), "a household of the scope"),
    names: await listProduceNames(),
    declarationId: newId("shd"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "supply.declare");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const read = await readForm(args.request, declarationFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const input = { householdId: household.id, declaration: read.value };
  const declared = await declareSupply(actor, scope, input);
  if (!declared.ok && declared.code === "household_not_found") throw notFound();
  if (!declared.ok) {
    const reply = fieldFailureReply(declared, "quantityKg", read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return redirect(paths.householdSupply({ ...deskQuery(args), done: "declared" }), 303);
}

export default function HouseholdSupplyPage() {
  const { declarations, matches, names, declarationId, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query, current } = useDesk();
  const doneKey = `supply.done_${done}`;
  return (
    <>
      <BackLink href={paths.householdDesk(query)} text={t("households.todayTitle")} />
      <h1 className="text-3xl">{t("supply.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("supply.lead")}</p>
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      {current === null || current.status === "approved" ? null : (
        <Notice tone="plain" title={t(`supply.countsLater_${current.status}`)} />
      )}
      <OwnMatches matches={matches} />
      <DeclarationList declarations={declarations} />
      <DeclarationForm declarationId={declarationId} names={names} reply={reply} />
    </>
  );
}
