import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeShop } from "~/domain/flows/close-shop.server";
import { closureFormOn } from "~/domain/fulfilment/forms-closure";
import { findShippingRules } from "~/domain/households/queries-shipping.server";
import { closureOn } from "~/domain/households/shop-closure";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ClosureForm } from "~/ui/fulfilment/closure-form";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { isMessageKey } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("shipping.closureTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "shipping_rules.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const rules = await findShippingRules(entry.scope, household.id);
  if (!rules) throw notFound();
  const standing = closureOn(rules.closure, localDateOf(now()));
  return {
    deskHouseholdId: household.id,
    closure: standing === null ? null : rules.closure,
    isClosed: standing === "closed",
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "shipping_rules.edit");
  const household = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const form = await readFormData(args.request);
  const isReopening = form.has("reopen");
  const read = isReopening ? null : checkForm(form, closureFormOn(localDateOf(now())));
  if (read && !read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const closed = await closeShop(entry.actor, entry.scope, {
    householdId: household.id,
    closure: read ? read.value : null,
  });
  if (!closed.ok) throw notFound();
  const done = isReopening ? "reopened" : "closed";
  return redirect(paths.shopClosure({ ...deskQuery(args), done }), 303);
}

export default function ShopClosurePage() {
  const { closure, isClosed, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  const doneKey = `shipping.closureDone_${done}`;
  return (
    <>
      <BackLink href={paths.householdDesk(query)} text={t("households.todayTitle")} />
      <h1 className="text-3xl">{t("shipping.closureTitle")}</h1>
      <p className="mt-2 text-soft">{t("shipping.closureLead")}</p>
      {done !== null && !reply && isMessageKey(doneKey) ? (
        <Notice tone="good" title={t(doneKey)} />
      ) : null}
      <ClosureForm {...{ closure, isClosed, reply }} />
    </>
  );
}
