import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePickupPoints } from "~/domain/flows/change-pickup-points.server";
import { pickupPointForm } from "~/domain/fulfilment/forms-rules";
import { findShippingRules } from "~/domain/households/queries-shipping.server";
import { findCommune, listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PickupPointForm } from "~/ui/fulfilment/pickup-points";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("shipping.addPoint"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "shipping_rules.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  if (!(await findShippingRules(entry.scope, household.id))) throw notFound();
  return {
    deskHouseholdId: household.id,
    start: { pointId: newId("pup"), communeCode: "" },
    communes: await listCommunes(settings().PROVINCE),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "shipping_rules.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const read = await readForm(args.request, pickupPointForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { pointId, name, addressLine, communeCode, hours } = read.value;
  const commune = await findCommune(communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) {
    const reply = fieldErrorReply(read.submission, "communeCode", "commune_elsewhere");
    return data<MutationReply>(reply, { status: 400 });
  }
  const address = `${addressLine}, ${commune.name}, ${commune.provinceName}`;
  const result = await changePickupPoints(entry.actor, entry.scope, {
    householdId: household.id,
    change: { add: { id: pointId, name, address, hours } },
  });
  if (!result.ok && result.code === "household_not_found") throw notFound();
  if (!result.ok) {
    return data<MutationReply>(failureReply(result, read.submission), { status: 409 });
  }
  return redirect(paths.householdShipping({ ...deskQuery(args), done: "point" }), 303);
}

export default function PickupPointsPage() {
  const { start, communes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdShipping(query)} text={t("shipping.backToDesk")} />
      <h1 className="text-3xl">{t("shipping.addPoint")}</h1>
      <p className="mt-2 text-soft">{t("shipping.pointsLead")}</p>
      <PickupPointForm start={start} communes={communes} reply={reply} />
    </>
  );
}
