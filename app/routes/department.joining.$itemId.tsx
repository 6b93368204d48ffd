import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeJoiningItem } from "~/domain/flows/change-joining-item.server";
import { itemWordsForm } from "~/domain/joining/forms";
import { findItem } from "~/domain/joining/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ItemWordsForm } from "~/ui/joining/item-form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.editTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "joining.manage");
  return { item: orNotFound(await findItem(args.params["itemId"] ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "joining.manage");
  const read = await readForm(args.request, itemWordsForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const input = { itemId: args.params["itemId"] ?? "", words: read.value };
  const changed = await changeJoiningItem(actor, input);
  if (!changed.ok) throw notFound();
  return redirect(paths.departmentJoining({ done: "changed" }), 303);
}

export default function JoiningItemWordsPage() {
  const { item } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentJoining()} text={t("joining.configTitle")} />
      <h1 className="text-3xl">{t("joining.editTitle")}</h1>
      <p className="mt-2">{t(`joining.kind_${item.kind}`)}</p>
      <p className="mt-2 max-w-prose text-soft">{t("joining.editNote")}</p>
      <ItemWordsForm action={paths.departmentJoiningItem(item.id)} item={item} reply={reply} />
    </div>
  );
}
