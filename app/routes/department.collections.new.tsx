import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newCollectionForm } from "~/domain/catalog/forms-collection";
import { createCollection } from "~/domain/flows/create-collection.server";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { addDays, formatDate, localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CollectionForm } from "~/ui/department/collection-form";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const USUAL_DAYS = 60;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("collections.new"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "collection.edit");
  const today = localDateOf(now());
  return {
    collectionId: newId("col"),
    startsOn: formatDate(today),
    endsOn: formatDate(addDays(today, USUAL_DAYS)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "collection.edit");
  const read = await readForm(args.request, newCollectionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { collectionId, ...words } = read.value;
  const { slug } = await createCollection(actor, { collectionId, words });
  return redirect(paths.departmentCollection(slug, { done: "created" }), 303);
}

export default function NewCollectionPage() {
  const { collectionId, startsOn, endsOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.departmentCollections()} text={t("collections.backToList")} />
      <h1 className="text-3xl">{t("collections.new")}</h1>
      <CollectionForm
        action={paths.newCollection()}
        collectionId={collectionId}
        words={{ startsOn, endsOn, position: "1" }}
        reply={reply}
      />
    </>
  );
}
