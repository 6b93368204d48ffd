import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { countWaitingProducts } from "~/domain/catalog/queries-department.server";
import { countWaitingDocuments } from "~/domain/catalog/queries-own-lot.server";
import { countWaitingHouseholds } from "~/domain/households/queries-department.server";
import { countUncheckedSheets } from "~/domain/households/queries-delegations.server";
import { countWaitingProfiles } from "~/domain/households/queries-profile.server";
import { countOpenClaims } from "~/domain/payments/queries-claims.server";
import { countBankTransactions } from "~/domain/payments/queries.server";
import { countDisputes } from "~/domain/returns/queries-lists.server";
import { countWaitingPosts } from "~/domain/reviews/queries-department.server";
import { countDisbursements } from "~/domain/settlement/queries-disbursements.server";
import { countUnnotedDifferences } from "~/domain/settlement/queries-runs.server";
import { Icon } from "~/ui/households/icon";
import { DeskLayout } from "~/ui/layouts/desk-layout";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "department_desk.open");
  return {
    waitingCount:
      (await countWaitingHouseholds()) +
      (await countWaitingProducts()) +
      (await countWaitingProfiles()),
    postCount: await countWaitingPosts(),
    disputeCount: await countDisputes(),
    documentCount: await countWaitingDocuments(),
    sheetCount: await countUncheckedSheets(),
    moneyCount:
      (await countBankTransactions("suspense")) +
      (await countOpenClaims()) +
      (await countUnnotedDifferences()) +
      (await countDisbursements("prepared")) +
      (await countDisbursements("approved")),
  };
}

export default function DepartmentDeskPage() {
  const { waitingCount, postCount, disputeCount, documentCount, sheetCount, moneyCount } =
    useLoaderData<typeof loader>();
  const t = useT();
  const links = [
    { href: paths.departmentDesk(), text: t("department.navOverview"), icon: "home" },
    {
      href: paths.approvals(),
      text: t("department.navApprovals"),
      icon: "check",
      count: waitingCount,
    },
    {
      href: paths.departmentReviews(),
      text: t("reviews.navModeration"),
      icon: "chat",
      count: postCount,
    },
    {
      href: paths.departmentReturns(),
      text: t("returns.navReturns"),
      icon: "alert",
      count: disputeCount,
    },
    {
      href: paths.departmentHouseholds(),
      text: t("department.navHouseholds"),
      icon: "tag",
      count: sheetCount,
    },
    { href: paths.departmentCollections(), text: t("collections.title"), icon: "basket" },
    {
      href: paths.departmentLots(),
      text: t("lots.navLots"),
      icon: "box",
      count: documentCount,
    },
    { href: paths.indicator(), text: t("department.navIndicator"), icon: "list" },
    { href: paths.retailTotals(), text: t("department.navRetailTotals"), icon: "pencil" },
    {
      href: paths.bankTransactions(),
      text: t("department.navBank"),
      icon: "money",
      count: moneyCount,
    },
  ] as const;
  return (
    <DeskLayout
      tone="indigo"
      deskName={t("department.deskName")}
      links={links.map(({ icon, ...link }) => ({ ...link, icon: <Icon name={icon} /> }))}
    >
      <Outlet />
    </DeskLayout>
  );
}
