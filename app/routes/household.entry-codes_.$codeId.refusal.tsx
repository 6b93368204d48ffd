import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { foreseeRefusal, refuseEntryCode } from "~/domain/flows/refuse-entry-code.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EntryRefusal } from "~/ui/helpers/entry-refusal";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { deskQuery } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const key = page?.code.usedAt == null ? "entry.askOpenTitle" : "entry.askUsedTitle";
  return privateMeta(matches, siteOf(matches).t(key));
};

/** The question before a household says that it was not the household. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "entry_code.refuse");
  const found = orNotFound(await foreseeRefusal(scope, args.params["codeId"] ?? ""));
  const { code, ...rest } = found;
  if (code.refusedAt !== null) {
    throw redirect(paths.entryCodes({ ...deskQuery(args), done: "refused" }), 303);
  }
  return { deskHouseholdId: code.householdId, code, ...rest };
}

/** It was not the household: what somebody had come in by signs everybody out, whoever says it too. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope, user } = await requirePermission(args, "entry_code.refuse");
  const codeId = args.params["codeId"] ?? "";
  const refused = await refuseEntryCode(actor, { codeId, refusal: { by: "household", scope } });
  if (!refused.ok) throw notFound();
  const { isSignedOut, payoutAccount, phone } = refused.value;
  if (isSignedOut) {
    const told = { refused: payoutAccount, ...(phone === null ? {} : { phone }) };
    return redirect(paths.signIn(user.language, told), 303);
  }
  const done = { done: "refused", account: payoutAccount };
  return redirect(paths.entryCodes({ ...deskQuery(args), ...done }), 303);
}

export default function EntryRefusalPage() {
  const { code, isSignedOut, phoneEnding } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.entryCodes(query)} text={t("entry.householdTitle")} />
      <h1 className="text-3xl">
        {t(code.usedAt === null ? "entry.askOpenTitle" : "entry.askUsedTitle")}
      </h1>
      <EntryRefusal code={code} isSignedOut={isSignedOut} phoneEnding={phoneEnding} query={query} />
    </>
  );
}
