import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addJoiningItem } from "~/domain/flows/add-joining-item.server";
import { newItemForm } from "~/domain/joining/forms";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { NewItemForm } from "~/ui/joining/item-form";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.newTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "joining.manage");
  return { itemId: newId("jit") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "joining.manage");
  const read = await readForm(args.request, newItemForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const added = await addJoiningItem(actor, read.value);
  if (added.ok) return redirect(paths.departmentJoining({ done: "added" }), 303);
  const reply =
    added.code === "item_fact_taken"
      ? fieldErrorReply(read.submission, "fact", added.code)
      : failureReply(added, read.submission);
  return data<MutationReply>(reply, { status: 409 });
}

export default function NewJoiningItemPage() {
  const { itemId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentJoining()} text={t("joining.configTitle")} />
      <h1 className="text-3xl">{t("joining.newTitle")}</h1>
      <NewItemForm action={paths.newJoiningItem()} itemId={itemId} reply={reply} />
    </div>
  );
}
