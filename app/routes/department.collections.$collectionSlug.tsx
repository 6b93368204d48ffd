import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { collectionWordsForm } from "~/domain/catalog/forms-collection";
import { findDeskCollection } from "~/domain/catalog/queries-collection-desk.server";
import { listProducts } from "~/domain/catalog/queries.server";
import { updateCollection } from "~/domain/flows/update-collection.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CollectionDesk } from "~/ui/department/collection-desk";
import { CollectionForm } from "~/ui/department/collection-form";
import { typedWordsOf } from "~/ui/department/typed-collection";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, page?.collection.name ?? siteOf(matches).t("collections.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "collection.edit");
  const collection = await findDeskCollection(args.params["collectionSlug"] ?? "");
  if (!collection) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const text = (query.get("q") ?? "").trim().slice(0, 100);
  const chosen = new Set(collection.products.map((product) => product.id));
  const { cards, total } = await listProducts(text === "" ? {} : { text }, 1, language);
  return {
    collection,
    done: query.get("done"),
    problem: query.get("problem"),
    text,
    total,
    candidates: cards.filter((card) => !chosen.has(card.id)),
  };
}

/** Other words, days or place in the list. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "collection.edit");
  const slug = args.params["collectionSlug"] ?? "";
  const read = await readForm(args.request, collectionWordsForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const result = await updateCollection(actor, { slug, words: read.value });
  if (!result.ok && result.code === "collection_not_found") throw notFound();
  if (!result.ok) {
    return data<MutationReply>(failureReply(result, read.submission), { status: 409 });
  }
  return redirect(paths.departmentCollection(slug, { done: "updated" }), 303);
}

export default function DepartmentCollectionPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { collection } = page;
  return (
    <CollectionDesk {...page}>
      {collection.isOpen ? (
        <section className="mt-12 border-t border-line pt-6" id="words">
          <h2 className="text-2xl">{t("collections.words")}</h2>
          <CollectionForm
            action={paths.departmentCollection(collection.slug)}
            words={typedWordsOf(collection)}
            reply={reply}
          />
        </section>
      ) : null}
    </CollectionDesk>
  );
}
