import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  firstLedgerMonth,
  loadTrialBalance,
} from "~/domain/settlement/queries-trial-balance.server";
import { now } from "~/platform/clock.server";
import { formatMonth, isMonth, localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { TrialBalanceTable } from "~/ui/settlement/trial-balance-table";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reconciliation.trialTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reconciliation.manage");
  const thisMonth = monthOf(localDateOf(now()));
  const month = new URL(args.request.url).searchParams.get("month") ?? thisMonth;
  if (!isMonth(month) || month > thisMonth) throw notFound();
  return {
    balance: await loadTrialBalance(month),
    firstMonth: (await firstLedgerMonth()) ?? thisMonth,
    thisMonth,
  };
}

export default function TrialBalancePage() {
  const { balance, firstMonth, thisMonth } = useLoaderData<typeof loader>();
  const t = useT();
  const month = formatMonth(balance.month);
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.reconciliation()} text={t("reconciliation.backToTitle")} />
      </div>
      <h1 className="text-3xl">{t("reconciliation.trialOf", { month })}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("reconciliation.trialLead")}</p>
      <form
        method="get"
        action={paths.trialBalance()}
        className="no-print my-4 flex max-w-sm flex-wrap items-end gap-3"
      >
        <div className="grow">
          <label htmlFor="month" className="font-semibold">
            {t("reconciliation.trialMonth")}
          </label>
          <input
            id="month"
            type="month"
            name="month"
            defaultValue={balance.month}
            min={firstMonth}
            max={thisMonth}
          />
        </div>
        <button className="button button-quiet">{t("reconciliation.trialShow")}</button>
      </form>
      <TrialBalanceTable balance={balance} />
      <p className="mt-3">{t("reconciliation.trialAgree")}</p>
      <div className="no-print mt-4 flex flex-wrap items-center gap-x-6">
        <a className="button button-quiet" href={paths.journalCsv(balance.month)} download>
          {t("reconciliation.trialCsv")}
        </a>
        <p className="text-sm text-soft">{t("reconciliation.trialPrint")}</p>
      </div>
    </>
  );
}
