import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renewHelperPassword } from "~/domain/flows/renew-helper-password.server";
import { findHelperResult } from "~/domain/households/queries-helpers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { GivenPassword } from "~/ui/helpers/given-password";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.passwordRenew"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  const found = orNotFound(await findHelperResult(args.params["agentId"] ?? ""));
  return { agentId: found.agentId, fullName: found.fullName, phone: found.phone };
}

/** Gives a helper another password; the answer shows it, and nothing shows it again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const renewed = await renewHelperPassword(actor, args.params["agentId"] ?? "");
  if (!renewed.ok) throw notFound();
  return renewed.value;
}

export default function HelperPasswordPage() {
  const helper = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { agentId, fullName } = helper;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.helperResult(agentId)} text={mark(fullName, "vi")} />
      {given ? (
        <GivenPassword given={{ ...helper, ...given }} />
      ) : (
        <>
          <h1 className="text-3xl">{t("helpers.passwordRenew")}</h1>
          <p className="mt-2 max-w-prose text-soft">{t("helpers.passwordRenewLead")}</p>
          <form method="post" action={paths.helperPassword(agentId)} className="mt-4">
            <button className="button button-main">{t("helpers.passwordRenew")}</button>
          </form>
        </>
      )}
    </div>
  );
}
