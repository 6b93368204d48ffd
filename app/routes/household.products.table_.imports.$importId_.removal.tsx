import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importRemovalForm } from "~/domain/exchange/forms";
import { findProductImport } from "~/domain/exchange/queries-imports.server";
import { listUntouchedProducts } from "~/domain/exchange/queries-untouched.server";
import { removeImportedProducts } from "~/domain/flows/remove-imported-products.server";
import { reader } from "~/platform/db.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ImportRemoval } from "~/ui/exchange/import-removal";
import { BackLink } from "~/ui/households/back-link";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { hasDone } from "~/web/done-before.server";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(
    matches,
    siteOf(matches).t("exchange.removeTitle", { count: page?.products.length ?? 0 }),
  );

/** The question before all that a table made, and nobody has touched since, is removed. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const importId = args.params["importId"] ?? "";
  const { householdId } = orNotFound(await findProductImport(reader(), scope, importId));
  const untouched = await listUntouchedProducts(reader(), importId);
  return {
    deskHouseholdId: householdId,
    importId,
    products: untouched.map(({ id, name, packLabel }) => ({ id, name, packLabel })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const importId = args.params["importId"] ?? "";
  orNotFound(await findProductImport(reader(), scope, importId));
  const read = await readForm(args.request, importRemovalForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const removed = await removeImportedProducts(actor, scope, { importId, ...read.value });
  const away = paths.productImport(importId, { removed: read.value.shownCount });
  if (removed.ok) return redirect(away, 303);
  const subject = { kind: "product_import", id: importId };
  const isNoneLeft = (await listUntouchedProducts(reader(), importId)).length === 0;
  if (isNoneLeft && (await hasDone(actor, "product_import.remove", subject))) {
    return redirect(away, 303);
  }
  if (removed.code === "table_import_not_found") throw notFound();
  return data<MutationReply>(failureReply(removed), { status: 409 });
}

export default function ImportRemovalPage() {
  const { importId, products } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.productImport(importId)} text={t("exchange.backToImport")} />
      <h1 className="text-3xl">{t("exchange.removeTitle", { count: products.length })}</h1>
      {reply?.failure ? <Refusal title={errorText(t, reply.failure.code)} /> : null}
      <ImportRemoval importId={importId} products={products} />
    </>
  );
}
