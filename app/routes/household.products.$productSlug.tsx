import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { priceChangeForm } from "~/domain/catalog/forms";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { changePrice } from "~/domain/flows/change-price.server";
import { privateMeta } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { DoneNotice } from "~/ui/households/done-notice";
import { HouseholdNotice } from "~/ui/households/household-notice";
import { ProductNextStep, WithdrawSection } from "~/ui/households/product-next-step";
import { RemovalLink } from "~/ui/households/product-removal";
import { ProductSections } from "~/ui/households/product-sections";
import { ProductStatusMark } from "~/ui/households/product-status-mark";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, page?.product.name ?? "");

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  const { searchParams } = new URL(args.request.url);
  return {
    deskHouseholdId: product.householdId,
    product,
    done: searchParams.get("done"),
    problem: searchParams.get("problem"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const slug = args.params["productSlug"] ?? "";
  if (!(await findOwnProduct(scope, slug))) throw notFound();
  const read = await readForm(args.request, priceChangeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const result = await changePrice(actor, scope, { slug, ...read.value });
  if (!result.ok && result.code === "product_not_found") throw notFound();
  if (!result.ok) {
    return data<MutationReply>(failureReply(result, read.submission), { status: 409 });
  }
  return redirect(paths.householdProduct(slug, { done: "price" }), 303);
}

export default function OwnProductPage() {
  const { product, done, problem } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdProducts(query)} text={t("households.backToProducts")} />
      <h1 className="mb-2 text-3xl">{mark(product.name, "vi")}</h1>
      <ProductStatusMark status={product.status} />
      <DoneNotice done={done} problem={problem} />
      <HouseholdNotice />
      <ProductNextStep product={product} />
      <ProductSections product={product} reply={reply} />
      {product.status === "published" ? <WithdrawSection slug={product.slug} /> : null}
      {product.mayBeRemoved ? <RemovalLink slug={product.slug} /> : null}
    </>
  );
}
