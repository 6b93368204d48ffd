import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countWaitingProducts } from "~/domain/catalog/queries-department.server";
import { countWaitingHouseholds } from "~/domain/households/queries-department.server";
import { listBankTransactions } from "~/domain/payments/queries.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { sumRefundsDue } from "~/domain/settlement/queries-department.server";
import { latestCompleteMonth, readIndicatorSeries } from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { IndicatorInWords } from "~/ui/department/indicator-in-words";
import { LedgerState } from "~/ui/department/ledger-state";
import { WaitingList } from "~/ui/department/waiting-list";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.overviewTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "department_desk.open");
  const months = await readIndicatorSeries(latestCompleteMonth());
  const suspense = await listBankTransactions({ status: "suspense", page: 1 });
  const differences = await checkLedger();
  return {
    month: present(months.at(-1), "a series has its last month"),
    waiting: {
      householdCount: await countWaitingHouseholds(),
      productCount: await countWaitingProducts(),
      suspenseCount: suspense.transactionCount,
      refundsDueVnd: await sumRefundsDue(),
    },
    differenceCount: differences.length,
    asOf: now(),
  };
}

export default function DepartmentOverviewPage() {
  const { month, waiting, differenceCount, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("department.overviewTitle")}</h1>
      <div className="mt-6 grid gap-12 lg:grid-cols-[3fr_2fr]">
        <IndicatorInWords month={month} />
        <div className="grid content-start gap-10">
          <WaitingList month={month} waiting={waiting} />
          <LedgerState differenceCount={differenceCount} asOf={asOf} />
        </div>
      </div>
    </>
  );
}
