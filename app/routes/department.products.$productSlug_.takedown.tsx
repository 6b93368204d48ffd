import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { productTakedownForm } from "~/domain/catalog/forms-department";
import { mayBeTakenDown } from "~/domain/catalog/product-status";
import { productStateOf } from "~/domain/catalog/queries-department.server";
import { listKeptOf } from "~/domain/compliance/queries-kept.server";
import { takeDownProduct } from "~/domain/flows/take-down-product.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { KeptLinks } from "~/ui/compliance/kept-links";
import { TakedownForm } from "~/ui/compliance/takedown-form";
import { TakenDown } from "~/ui/compliance/taken-down";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("compliance.takedownTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.approve");
  const slug = args.params["productSlug"] ?? "";
  const product = orNotFound(await productStateOf(slug));
  const kept = await listKeptOf({ kind: "product", id: product.id, code: slug });
  const { name, status } = product;
  // Of the department; the household gives none when it takes a product off sale itself.
  const reason = status === "withdrawn" ? product.statusReason : null;
  const isDone = reason !== null && new URL(args.request.url).searchParams.has("done");
  return { slug, name, status, mayTakeDown: mayBeTakenDown(status), reason, isDone, kept };
}

/** Takes a product off sale, also one that its household took off it before; the household reads why. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.approve");
  const slug = args.params["productSlug"] ?? "";
  orNotFound(await productStateOf(slug));
  return answerForm(args.request, productTakedownForm, {
    act: async ({ reason }) => {
      const taken = await takeDownProduct(actor, scope, { slug, reason });
      if (!taken.ok && taken.code === "product_not_found") throw notFound();
      return taken;
    },
    next: () => paths.productTakedown(slug, { done: "1" }),
  });
}

export default function ProductTakedownPage() {
  const { slug, name, status, mayTakeDown, reason, isDone, kept } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.compliance({ kind: "takedown" })} text={t("compliance.title")} />
      <h1 className="text-3xl">{t("compliance.takedownTitle")}</h1>
      <p className="mt-2 text-lg font-semibold wrap-anywhere">{mark(name, "vi")}</p>
      {isDone && !reply ? <Notice tone="good" title={t("compliance.takedownDone")} /> : null}
      {mayTakeDown && reason === null ? (
        <>
          {status === "withdrawn" ? <p className="mt-4">{t("compliance.offByHousehold")}</p> : null}
          <TakedownForm slug={slug} reply={reply} />
        </>
      ) : null}
      {reason === null ? null : <TakenDown slug={slug} reason={reason} reply={reply} />}
      {mayTakeDown ? null : <p className="mt-4">{t("compliance.notOnSale")}</p>}
      <KeptLinks kept={kept} />
    </div>
  );
}
