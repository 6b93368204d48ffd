import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterPayoutAccount } from "~/domain/flows/enter-payout-account.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { payoutAccountForm } from "~/domain/settlement/forms";
import { findHouseholdAccount } from "~/domain/settlement/queries-payouts.server";
import { now } from "~/platform/clock.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { CallDepartment } from "~/ui/households/call-department";
import { useDesk } from "~/ui/households/use-desk";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { PayoutAccountForm } from "~/ui/settlement/payout-account-form";
import { AccountWait } from "~/ui/settlement/payout-purse";
import { useT } from "~/ui/site";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payouts.accountTitle"));

export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "payout_account.edit");
  const slug = slugOf(args);
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const account = await findHouseholdAccount(household.id);
  return {
    deskHouseholdId: household.id,
    account,
    isWaiting: account !== null && now() < account.usableAt,
    isSaved: new URL(args.request.url).searchParams.get("done") === "saved",
  };
}

/** The household says where it is to be paid; from then on three days pass. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "payout_account.edit");
  const slug = slugOf(args);
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw notFound();
  const read = await readForm(args.request, payoutAccountForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const input = { householdId: household.id, account: read.value };
  const entered = await enterPayoutAccount(actor, scope, input);
  if (!entered.ok) throw notFound();
  const query = slug === null ? {} : { household: slug };
  return redirect(paths.payoutAccount({ ...query, done: "saved" }), 303);
}

function slugOf({ request }: DoorArgs): string | null {
  return new URL(request.url).searchParams.get("household");
}

export default function PayoutAccountPage() {
  const { account, isWaiting, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.earnings(query)} text={t("settlement.title")} />
      <h1 className="text-3xl">{t("payouts.accountTitle")}</h1>
      {isSaved ? <Notice tone="good" title={t("payouts.accountSaved")} /> : null}
      <p className="mt-2 max-w-prose text-lg">{t("payouts.accountLead")}</p>
      {account ? (
        <div className="card my-4 px-5 py-4">
          <p className="text-soft">{t("payouts.accountNow")}</p>
          <p className="text-xl font-bold">
            {account.bankName} <span className="num">•••• {account.accountEnding}</span>
          </p>
          <p className="text-sm text-soft">
            <LocalTime instant={account.enteredAt} />
          </p>
          {isWaiting ? (
            <p className="mt-2 font-semibold">
              <AccountWait usableAt={account.usableAt} />
            </p>
          ) : null}
          <div className="mt-2">
            <p>{t("payouts.accountNotYou")}</p>
            <CallDepartment />
          </div>
        </div>
      ) : null}
      <p className="mt-3 max-w-prose">{t("payouts.accountWait")}</p>
      <PayoutAccountForm action={paths.payoutAccount(query)} reply={reply} />
    </>
  );
}
