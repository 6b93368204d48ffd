import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { openHelperAccount } from "~/domain/flows/open-helper-account.server";
import { newHelperForm } from "~/domain/households/forms-delegation";
import { findRetiredHelper } from "~/domain/households/queries-retired-helpers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { GivenPassword } from "~/ui/helpers/given-password";
import { NewHelperForm } from "~/ui/helpers/new-helper-form";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.newHelper"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  return null;
}

/**
 * Makes a helper's account; the answer shows its password, which nothing shows again. Who was a helper before has one: it
 * may be opened again.
 */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const read = await readForm(args.request, newHelperForm);
  if (!read.ok) return data({ reply: read.reply, given: null }, { status: 400 });
  const opened = await openHelperAccount(actor, read.value);
  const retired = opened.ok ? null : await findRetiredHelper({ phone: read.value.phone });
  if (retired) throw redirect(paths.helperReopening(retired.agentId), 303);
  if (opened.ok) return data({ reply: undefined, given: { ...read.value, ...opened.value } });
  return data({ reply: failureReply(opened, read.submission), given: null }, { status: 409 });
}

export default function NewHelperPage() {
  const { given = null, reply } = useActionData<typeof action>() ?? {};
  const t = useT();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentHelpers()} text={t("helpers.departmentLink")} />
      {given === null ? (
        <>
          <h1 className="text-3xl">{t("helpers.newHelper")}</h1>
          <p className="mt-2 max-w-prose text-soft">{t("helpers.newHelperLead")}</p>
          <NewHelperForm reply={reply} />
        </>
      ) : (
        <GivenPassword given={given} />
      )}
    </div>
  );
}
