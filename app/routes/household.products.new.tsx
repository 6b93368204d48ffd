import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newProductFormOn } from "~/domain/catalog/forms";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { createProduct } from "~/domain/flows/create-product.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { NewProductForm } from "~/ui/households/new-product-form";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { uploadedFile } from "~/web/uploaded-file";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.newProduct"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const household = await householdOf(args.request, scope);
  return {
    deskHouseholdId: household.id,
    start: { productId: newId("prd"), madeOn: localDateOf(now()) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const household = await householdOf(args.request, scope);
  const read = await readForm(args.request, newProductFormOn(localDateOf(now())));
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { productId, ...product } = read.value;
  const photo = await uploadedFile(read.form, "photo");
  const input = { productId, householdId: household.id, product, photo };
  const result = await createProduct(actor, scope, input);
  if (!result.ok && isPhotoCode(result.code)) {
    const reply = fieldErrorReply(read.submission, "photo", result.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  if (!result.ok) {
    return data<MutationReply>(failureReply(result, read.submission), { status: 409 });
  }
  return redirect(paths.householdProduct(result.value.slug, { done: "created" }), 303);
}

async function householdOf(request: Request, scope: Scope) {
  const slug = new URL(request.url).searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  return household;
}

export default function NewProductPage() {
  const { start } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("households.newProduct")}</h1>
      <p className="mt-2 text-soft">{t("households.newProductIntro")}</p>
      <NewProductForm action={paths.newProduct(query)} start={start} reply={reply} />
    </>
  );
}
