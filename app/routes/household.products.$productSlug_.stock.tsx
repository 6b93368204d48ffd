import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lotCountForm, lotFormOn } from "~/domain/catalog/forms";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { addLot } from "~/domain/flows/add-lot.server";
import { changeStock } from "~/domain/flows/change-stock.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { LotCountForm, NewLotForm } from "~/ui/households/stock-forms";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const name = page?.product.name ?? "";
  return privateMeta(matches, siteOf(matches).t("households.stockTitle", { name }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  return {
    deskHouseholdId: product.householdId,
    product,
    start: { lotId: newId("lot"), madeOn: localDateOf(now()) },
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** With `?lot=CODE` the count of that lot, else a new lot. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const slug = args.params["productSlug"] ?? "";
  if (!(await findOwnProduct(scope, slug))) throw notFound();
  const lotCode = new URL(args.request.url).searchParams.get("lot");
  const answer = (reply: MutationReply, status: number) => data({ lotCode, reply }, { status });
  if (lotCode === null) {
    const read = await readForm(args.request, lotFormOn(localDateOf(now())));
    if (!read.ok) return answer(read.reply, 400);
    const added = await addLot(actor, scope, { slug, lot: read.value });
    if (!added.ok) throw notFound();
    return redirect(paths.productStock(slug, { done: "lot" }), 303);
  }
  const read = await readForm(args.request, lotCountForm);
  if (!read.ok) return answer(read.reply, 400);
  const changed = await changeStock(actor, scope, { slug, lotCode, ...read.value });
  if (changed.ok) return redirect(paths.productStock(slug, { done: "stock" }), 303);
  if (changed.code === "stock_below_reserved" || changed.code === "stock_changed") {
    return answer(failureReply(changed, read.submission), 409);
  }
  throw notFound();
}

export default function StockPage() {
  const { product, start, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { slug, name, lots, availableCount } = product;
  const replyTo = (lotCode: string | null) =>
    answer?.lotCode === lotCode ? answer.reply : undefined;
  return (
    <>
      <BackLink href={paths.householdProduct(slug)} text={t("households.backToProduct")} />
      <h1 className="text-3xl">{t("households.stockTitle", { name: mark(name, "vi") })}</h1>
      <DoneNotice done={done} problem={null} />
      <p className="num mt-2 text-xl font-semibold">
        {t("households.stockNow", { count: availableCount })}
      </p>
      {lots.length > 0 ? (
        <section className="mt-6">
          <h2 className="mb-2 text-xl">{t("households.lots")}</h2>
          <ul>
            {lots.map((lot) => (
              <LotCountForm key={lot.code} slug={slug} lot={lot} reply={replyTo(lot.code)} />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="mt-6 border-t border-line pt-6">
        <h2 className="text-xl">{t("households.newLot")}</h2>
        <p className="text-soft">{t("households.newLotText")}</p>
        <NewLotForm slug={slug} start={start} reply={replyTo(null)} />
      </section>
    </>
  );
}
