import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { countWaitingProducts } from "~/domain/catalog/queries-department.server";
import {
  countEndingCertificates,
  countWaitingCertificates,
} from "~/domain/certificates/queries-desk.server";
import { countAnnouncedSuspensions } from "~/domain/compliance/queries-suspensions.server";
import { countPressingRequests } from "~/domain/compliance/queries.server";
import { countWaitingHouseholds } from "~/domain/households/queries-department.server";
import { countWaitingProfiles } from "~/domain/households/queries-profile.server";
import { countNotices } from "~/domain/notices/queries.server";
import { listUntoldRecalls } from "~/domain/orders/queries-recall-list.server";
import { countOpenClaims } from "~/domain/payments/queries-claims.server";
import { countBankTransactions } from "~/domain/payments/queries.server";
import { countWaitingPosts } from "~/domain/reviews/queries-department.server";
import { sumCashOutside, sumRefundsDue } from "~/domain/settlement/queries-department.server";
import { countDisbursements } from "~/domain/settlement/queries-disbursements.server";
import { countUnnotedDifferences, findNewestRun } from "~/domain/settlement/queries-runs.server";
import {
  countWaitingPeriods,
  readStandingSeries,
} from "~/domain/statistics/queries-periods.server";
import { countMissedReleases } from "~/domain/statistics/queries-releases.server";
import { latestCompleteMonth } from "~/domain/statistics/queries.server";
import { countNewsOf } from "~/domain/supply/queries-cases.server";
import { countAskedDemands, countUnheldGluts } from "~/domain/supply/queries.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CashOutside } from "~/ui/department/cash-outside";
import { DeskLinks } from "~/ui/department/desk-links";
import { IndicatorInWords } from "~/ui/department/indicator-in-words";
import { WaitingList } from "~/ui/department/waiting-list";
import { ReconciliationState } from "~/ui/settlement/reconciliation-state";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.overviewTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "department_desk.open");
  const [standing] = await readStandingSeries(latestCompleteMonth(), 1);
  const pressing = await countPressingRequests();
  return {
    month: present(standing, "a series has its last month").month,
    waiting: {
      householdCount: await countWaitingHouseholds(),
      productCount: await countWaitingProducts(),
      postCount: await countWaitingPosts(),
      profileCount: await countWaitingProfiles(),
      certificateCount: await countWaitingCertificates(),
      endingCertificateCount: await countEndingCertificates(),
      suspenseCount: await countBankTransactions("suspense"),
      claimCount: await countOpenClaims(),
      refundsDueVnd: await sumRefundsDue(),
      differenceCount: await countUnnotedDifferences(),
      preparedCount: await countDisbursements("prepared"),
      approvedCount: await countDisbursements("approved"),
      undeliverableCount: (await countNotices()).undeliverable,
      caseNewsCount: await countNewsOf(actor.userId),
      askedDemandCount: await countAskedDemands(),
      glutCount: await countUnheldGluts(localDateOf(now())),
      untoldRecallCount: (await listUntoldRecalls(scope)).length,
      periodCount: await countWaitingPeriods(),
      missedReleaseCount: await countMissedReleases(),
      pressingRequestCount: pressing.overdue + pressing.soon,
      announcedSuspensionCount: await countAnnouncedSuspensions(),
    },
    cash: await sumCashOutside(),
    run: await findNewestRun(),
  };
}

export default function DepartmentOverviewPage() {
  const { month, waiting, cash, run } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("department.overviewTitle")}</h1>
      <div className="mt-6 grid gap-12 lg:grid-cols-[3fr_2fr]">
        <IndicatorInWords month={month} />
        <div className="grid content-start gap-10">
          <WaitingList month={month} waiting={waiting} />
          <CashOutside cash={cash} />
          <ReconciliationState run={run} />
          <DeskLinks />
        </div>
      </div>
    </>
  );
}
