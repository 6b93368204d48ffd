import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reopenHelperAccount } from "~/domain/flows/reopen-helper-account.server";
import { findHelperResult } from "~/domain/households/queries-helpers.server";
import { findRetiredHelper } from "~/domain/households/queries-retired-helpers.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { GivenPassword } from "~/ui/helpers/given-password";
import { ReopenForm } from "~/ui/helpers/reopen-form";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.reopen"));

/** Who stopped helping; also right after their account was opened again, when the page shows its password. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "delegation.manage");
  const agentId = args.params["agentId"] ?? "";
  const retired = await findRetiredHelper({ agentId });
  const { fullName, phone } = orNotFound(retired ?? (await findHelperResult(agentId)));
  return { agentId, fullName, phone, retiredAt: retired?.retiredAt ?? null };
}

/** Opens the account of somebody who helps again; the answer shows its password, which nothing shows again. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "delegation.manage");
  const reopened = await reopenHelperAccount(actor, args.params["agentId"] ?? "");
  return reopened.ok ? data(reopened.value) : data(null, { status: 409 });
}

export default function HelperReopeningPage() {
  const helper = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  const { agentId, fullName, retiredAt } = helper;
  if (given) {
    return (
      <div className="mx-auto max-w-2xl">
        <BackLink href={paths.departmentHelpers()} text={t("helpers.departmentLink")} />
        <GivenPassword given={{ ...helper, ...given }} />
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.newHelper()} text={t("helpers.newHelper")} />
      <h1 className="text-3xl">{t("helpers.reopen")}</h1>
      {retiredAt === null ? (
        <Notice tone="plain" title={t("helpers.reopenIsOpen", { name: mark(fullName, "vi") })}>
          <a
            className="inline-flex min-h-12 items-center underline"
            href={paths.helperResult(agentId)}
          >
            {t("helpers.toHelper")}
          </a>
        </Notice>
      ) : (
        <ReopenForm helper={{ ...helper, retiredAt }} />
      )}
    </div>
  );
}
