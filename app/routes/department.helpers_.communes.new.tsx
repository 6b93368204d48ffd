import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askCommune } from "~/domain/flows/ask-commune.server";
import { communeTargetForm } from "~/domain/households/forms-delegation";
import { listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { TargetForm } from "~/ui/helpers/target-form";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, fieldFailureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.communeTarget"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  return { communes: await listCommunes(settings().PROVINCE), targetId: newId("ctg") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const read = await readForm(args.request, communeTargetForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const asked = await askCommune(actor, read.value);
  if (!asked.ok) {
    const reply =
      asked.code === "commune_elsewhere"
        ? fieldFailureReply(asked, "communeCode", read.submission)
        : failureReply(asked, read.submission);
    return data<MutationReply>(reply, { status: 409 });
  }
  return redirect(paths.departmentHelpers({ done: "target" }), 303);
}

export default function CommuneTargetPage() {
  const { communes, targetId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentHelpers()} text={t("helpers.departmentLink")} />
      <h1 className="text-3xl">{t("helpers.communeTarget")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("helpers.communeTargetNote")}</p>
      <TargetForm
        action={paths.communeTarget()}
        targetId={targetId}
        communes={communes}
        reply={reply}
      />
    </div>
  );
}
