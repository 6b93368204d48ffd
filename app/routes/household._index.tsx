import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLicenceNews } from "~/domain/catalog/queries-licence.server";
import { countRequestedContracts } from "~/domain/contracts/queries-lists.server";
import { findClosing } from "~/domain/households/queries-shipping.server";
import { countDeskWork, findDeskHousehold } from "~/domain/households/queries.server";
import { buyerReach } from "~/domain/notices/buyer-reach.server";
import { countBrowsers } from "~/domain/notices/queries-browsers.server";
import { listUntoldRecalls } from "~/domain/orders/queries-recall-list.server";
import { countWaitingReturns } from "~/domain/returns/queries-lists.server";
import { countOpenPosts } from "~/domain/reviews/queries-household.server";
import { householdEarnings } from "~/domain/settlement/queries.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DeskClosure } from "~/ui/fulfilment/desk-closure";
import { HouseholdNotice } from "~/ui/households/household-notice";
import { Icon } from "~/ui/households/icon";
import { Today, UntoldRecalls } from "~/ui/households/today";
import { useDesk } from "~/ui/households/use-desk";
import { TellMe } from "~/ui/notices/tell-me";
import { LicenceNotice } from "~/ui/papers/licence-news";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.todayTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope, user } = await requirePermission(args, "household_desk.open");
  const query = new URL(args.request.url).searchParams;
  const slug = query.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household && slug !== null) throw notFound();
  if (!household) return null;
  const earnings = await householdEarnings(scope, household.id);
  const money = present(earnings, "a household in the scope has a purse");
  const { marketVnd, courierVnd, owedVnd, pendingVnd } = money;
  return {
    deskHouseholdId: household.id,
    counts: await countDeskWork(household.id),
    returnCount: await countWaitingReturns(household.id),
    requestedContractCount: await countRequestedContracts(household.id),
    openPostCount: await countOpenPosts(household.id),
    licence: await findLicenceNews(household.id),
    untold: await listUntoldRecalls({ kind: "households", householdIds: [household.id] }),
    tellMe: {
      publicKey: buyerReach().publicKey,
      browserCount: await countBrowsers(user.id),
      told: query.get("told"),
    },
    money: { marketVnd, courierVnd, owedVnd, pendingVnd },
    closing: await findClosing(scope, household.id),
  };
}

export default function TodayPage() {
  const today = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  if (!today) {
    return (
      <>
        <h1 className="text-3xl">{t("households.todayTitle")}</h1>
        <EmptyState title={t("households.noHouseholdTitle")}>
          <p>{t("households.noHouseholdText")}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <h1 className="text-3xl">{t("households.todayTitle")}</h1>
      <HouseholdNotice />
      <DeskClosure closing={today.closing} />
      <LicenceNotice news={today.licence} link="link" />
      <UntoldRecalls untold={today.untold} />
      <Today
        counts={today.counts}
        returnCount={today.returnCount}
        requestedContractCount={today.requestedContractCount}
        openPostCount={today.openPostCount}
        money={today.money}
      />
      <p className="mt-8">
        <a className="button button-main w-full" href={paths.newProduct(query)}>
          <Icon name="plus" />
          {t("households.newProduct")}
        </a>
      </p>
      <p className="mt-3">
        <a className="button button-quiet w-full" href={paths.householdShipping(query)}>
          <Icon name="truck" />
          {t("shipping.deskTitle")}
        </a>
      </p>
      <p className="mt-3">
        <a className="button button-quiet w-full" href={paths.shopClosure(query)}>
          <Icon name="today" />
          {t("shipping.closureTitle")}
        </a>
      </p>
      <p className="mt-3">
        <a className="button button-quiet w-full" href={paths.householdProfile(query)}>
          <Icon name="pencil" />
          {t("households.profileTitle")}
        </a>
      </p>
      <p className="mt-3">
        <a className="button button-quiet w-full" href={paths.householdPapers(query)}>
          <Icon name="list" />
          {t("papers.title")}
        </a>
      </p>
      <TellMe action={paths.householdBrowser()} {...today.tellMe} />
    </>
  );
}
