import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staleEnglish } from "~/domain/catalog/english-words";
import { productWordsForm } from "~/domain/catalog/forms";
import { isProductEditable } from "~/domain/catalog/product-status";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { updateProduct } from "~/domain/flows/update-product.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ProductWordsForm } from "~/ui/households/product-words-form";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const name = page?.name ?? "";
  return privateMeta(matches, siteOf(matches).t("households.editTitle", { name }));
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  if (!product) throw notFound();
  const { slug, name, words, status, householdId } = product;
  if (!isProductEditable(status)) {
    throw redirect(paths.householdProduct(slug, { problem: "product_not_editable" }));
  }
  return { deskHouseholdId: householdId, slug, name, words };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const slug = args.params["productSlug"] ?? "";
  const product = await findOwnProduct(scope, slug);
  if (!product) throw notFound();
  const read = await readForm(args.request, productWordsForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { englishStands, ...words } = read.value;
  const result = await updateProduct(actor, scope, { slug, words, englishStands });
  if (!result.ok && result.code === "product_not_found") throw notFound();
  const stale = staleEnglish(product.words, words);
  if (!result.ok && result.code === "english_outdated" && stale.length > 0) {
    const error = Object.fromEntries(stale.map((field) => [field, [result.code]]));
    const submission = { ...read.submission, status: "error" as const, error };
    return data<MutationReply>({ submission }, { status: 409 });
  }
  if (!result.ok) {
    return data<MutationReply>(failureReply(result, read.submission), { status: 409 });
  }
  return redirect(paths.householdProduct(result.value.slug, { done: "updated" }), 303);
}

export default function ProductWordsPage() {
  const { slug, name, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.householdProduct(slug)} text={t("households.backToProduct")} />
      <h1 className="text-3xl">{t("households.editTitle", { name: mark(name, "vi") })}</h1>
      <ProductWordsForm slug={slug} words={words} reply={reply} />
    </>
  );
}
