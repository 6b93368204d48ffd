import type { SubmissionResult } from "@conform-to/react";
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bulkForm, bulkKeysOf } from "~/domain/catalog/forms-bulk";
import { listBulkProducts, listBulkProductsOf } from "~/domain/catalog/queries-bulk.server";
import type { BulkProduct } from "~/domain/catalog/types-household";
import { changeProducts, type BulkFault } from "~/domain/flows/change-products.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { BulkForm } from "~/ui/households/bulk-form";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, readFormData } from "~/web/mutation.server";
import { countIn, pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.bulkTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const search = new URL(args.request.url).searchParams;
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const of = { householdId: household.id, page: pageOf(search.get("page")) };
  const page = present(await listBulkProducts(scope, of), "a household of the scope");
  return {
    deskHouseholdId: household.id,
    ...page,
    changedCount: countIn(search.get("changed")),
  };
}

/** A refused form comes back with the products that it had, though another page of them begins elsewhere by now. */
type BulkReply = MutationReply & { products: BulkProduct[] };

/** All of a page or nothing; what is wrong is said at its product, and all that was typed stays. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "product.edit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const form = await readFormData(args.request);
  const read = checkForm(form, bulkForm(form));
  const productsOf = () =>
    listBulkProductsOf(scope, { householdId: household.id, keys: bulkKeysOf(form) });
  if (!read.ok) {
    return data<BulkReply>({ ...read.reply, products: await productsOf() }, { status: 400 });
  }
  const changed = await changeProducts(actor, scope, read.value);
  if (changed.ok) {
    const page = pageOf(new URL(args.request.url).searchParams.get("page"));
    const { changedCount } = changed.value;
    return redirect(paths.productsBulk({ ...deskQuery(args), page, changed: changedCount }), 303);
  }
  const reply = { ...refusalOf(read.submission, changed.faults), products: await productsOf() };
  return data<BulkReply>(reply, { status: 409 });
}

function refusalOf(sent: SubmissionResult, faults: readonly BulkFault[]): MutationReply {
  const error = Object.fromEntries(
    faults.flatMap(({ key, field, code }) => (field === null ? [] : [[`${field}${key}`, [code]]])),
  );
  const submission = { ...sent, status: "error" as const, error };
  const gone = faults.find(({ field }) => field === null);
  return gone ? { submission, failure: { code: gone.code, detail: {} } } : { submission };
}

export default function BulkPage() {
  const { page, pageCount, changedCount, ...listed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const products = reply?.products.length ? reply.products : listed.products;
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdProducts(query)} text={t("households.backToProducts")} />
      <h1 className="text-3xl">{t("households.bulkTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("households.bulkLead")}</p>
      {changedCount === null || reply ? null : (
        <Notice tone="good" title={t("households.bulkDone", { count: changedCount })} />
      )}
      {products.length === 0 ? (
        <EmptyState title={t("households.productsEmpty")} />
      ) : (
        <BulkForm products={products} page={page} reply={reply} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.productsBulk({ ...query, page: one })}
      />
    </>
  );
}
