import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeShippingRules } from "~/domain/flows/change-shipping-rules.server";
import { shippingRulesForm } from "~/domain/fulfilment/forms-rules";
import { findShippingRules } from "~/domain/households/queries-shipping.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PickupPoints } from "~/ui/fulfilment/pickup-points";
import { ShippingRulesForm } from "~/ui/fulfilment/shipping-rules-form";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { errorText, isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("shipping.deskTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "shipping_rules.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const rules = await findShippingRules(entry.scope, household.id);
  if (!rules) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: household.id,
    rules,
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "shipping_rules.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const read = await readForm(args.request, shippingRulesForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { freshReach, shipDays, freeShippingFrom } = read.value;
  const result = await changeShippingRules(entry.actor, entry.scope, {
    householdId: household.id,
    rules: { freshReach, shipDays, freeShippingFromVnd: freeShippingFrom },
  });
  if (!result.ok) throw notFound();
  return redirect(paths.householdShipping({ ...deskQuery(args), done: "rules" }), 303);
}

export default function HouseholdShippingPage() {
  const { rules, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const doneKey = `shipping.done_${done}`;
  return (
    <>
      <h1 className="text-3xl">{t("shipping.deskTitle")}</h1>
      <p className="mt-2 text-soft">{t("shipping.deskLead")}</p>
      {done !== null && isMessageKey(doneKey) ? <Notice tone="good" title={t(doneKey)} /> : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      <section className="mt-6">
        <h2 className="text-xl">{t("shipping.rulesTitle")}</h2>
        <ShippingRulesForm rules={rules} reply={reply} />
      </section>
      <PickupPoints points={rules.pickupPoints} />
    </>
  );
}
