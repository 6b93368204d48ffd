import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { moveHarvest } from "~/domain/flows/move-harvest.server";
import { openHarvest } from "~/domain/flows/open-harvest.server";
import { removePreorder } from "~/domain/flows/remove-preorder.server";
import { harvestFormOn, harvestMoveForm, removalForm } from "~/domain/preorders/forms";
import { findHarvest } from "~/domain/preorders/queries.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { fail, type Result } from "~/platform/result";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { HarvestDesk } from "~/ui/preorders/harvest-desk";
import { OpenHarvestForm } from "~/ui/preorders/open-harvest-form";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { badRequest, notFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const name = page?.product.name ?? "";
  return privateMeta(matches, siteOf(matches).t("preorders.deskTitle", { name }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.manage");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  const { householdId, slug, name, priceVnd } = product;
  return {
    deskHouseholdId: householdId,
    product: { slug, name, priceVnd },
    harvest: await findHarvest(scope, product.id),
    harvestId: newId("hrv"),
    problem: new URL(args.request.url).searchParams.get("problem"),
  };
}

/** Three forms: a list that is opened, one that is moved, and a place on it that is struck. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "lot.manage");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  const { slug } = product;
  const form = await readFormData(args.request);
  const back = (done: Result<null, string>) =>
    redirect(paths.productHarvest(slug, done.ok ? {} : { problem: done.code }), 303);
  if (form.has("to")) {
    const move = checkForm(form, harvestMoveForm);
    if (!move.ok) throw badRequest();
    const mover = { by: "household", scope } as const;
    return back(await moveHarvest({ actor, mover, ...move.value }));
  }
  if (form.has("reason")) {
    const removal = checkForm(form, removalForm);
    if (!removal.ok) return back(fail("reason_required"));
    return back(await removePreorder(actor, scope, removal.value));
  }
  const read = checkForm(form, harvestFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const opened = await openHarvest(actor, scope, { slug, ...read.value });
  if (!opened.ok && opened.code === "product_not_found") throw notFound();
  if (!opened.ok) {
    return data<MutationReply>(failureReply(opened, read.submission), { status: 409 });
  }
  return redirect(paths.productHarvest(slug), 303);
}

export default function ProductHarvestPage() {
  const { product, harvest, harvestId, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { slug, name, priceVnd } = product;
  const isOver = harvest === null || harvest.status === "ended";
  return (
    <>
      <BackLink href={paths.householdProduct(slug)} text={t("households.backToProduct")} />
      <h1 className="text-3xl">{t("preorders.deskTitle", { name: mark(name, "vi") })}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("preorders.deskLead")}</p>
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      {harvest ? <HarvestDesk harvest={harvest} slug={slug} /> : null}
      {isOver ? (
        <section className="mt-8">
          {harvest ? <h2 className="text-xl">{t("preorders.openAgain")}</h2> : null}
          <OpenHarvestForm slug={slug} harvestId={harvestId} priceVnd={priceVnd} reply={reply} />
        </section>
      ) : null}
    </>
  );
}
