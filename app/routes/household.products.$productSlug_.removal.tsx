import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { removalForm } from "~/domain/catalog/forms-removal";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { removeProduct } from "~/domain/flows/remove-product.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { fail } from "~/platform/result";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ProductRemovalForm } from "~/ui/households/product-removal";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { hasDone } from "~/web/done-before.server";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const name = page?.product.name ?? "";
  return privateMeta(matches, siteOf(matches).t("households.removeTitle", { name }));
};

/** The question before a product is removed. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const product = orNotFound(await findOwnProduct(scope, args.params["productSlug"] ?? ""));
  if (!product.mayBeRemoved) {
    throw redirect(paths.householdProduct(product.slug, { problem: "product_not_removable" }));
  }
  const { id, householdId, slug, name, photos, availableCount } = product;
  return {
    deskHouseholdId: householdId,
    product: { id, slug, name, photoCount: photos.length, packCount: availableCount },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const product = await findOwnProduct(scope, args.params["productSlug"] ?? "");
  const read = await readForm(args.request, removalForm);
  if (!product && read.ok) {
    const subject = { kind: "product", id: read.value.productId };
    if (await hasDone(actor, "product.remove", subject)) {
      return redirect(paths.householdProducts({ done: "removed" }), 303);
    }
  }
  const { slug, householdId } = orNotFound(product);
  // A page from before this form said what it showed is asked anew.
  const removed = read.ok
    ? await removeProduct(actor, scope, { slug, shown: read.value })
    : fail("removal_changed");
  if (!removed.ok && removed.code !== "product_not_found") {
    return redirect(paths.householdProduct(slug, { problem: removed.code }), 303);
  }
  const households = await listDeskHouseholds(scope);
  const household = households.find((one) => one.id === householdId)?.slug;
  return redirect(paths.householdProducts({ household, done: "removed" }), 303);
}

export default function ProductRemovalPage() {
  const { product } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.householdProduct(product.slug)} text={t("households.backToProduct")} />
      <h1 className="text-3xl wrap-anywhere">
        {t("households.removeTitle", { name: mark(product.name, "vi") })}
      </h1>
      <ProductRemovalForm product={product} />
    </>
  );
}
