import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findLicenceNews } from "~/domain/catalog/queries-licence.server";
import { findCertificateNews } from "~/domain/certificates/queries.server";
import { findAnnounced } from "~/domain/compliance/queries-suspensions.server";
import { countRequestedContracts } from "~/domain/contracts/queries-lists.server";
import { listEntryNews } from "~/domain/households/queries-entry-codes.server";
import { findPhoneNews } from "~/domain/households/queries-phone-changes.server";
import { findClosing } from "~/domain/households/queries-shipping.server";
import { countDeskWork, findDeskHousehold } from "~/domain/households/queries.server";
import { hasPermission } from "~/domain/identity/permissions";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { loadChecklist } from "~/domain/joining/queries-checklists.server";
import { findHouseholdTerms } from "~/domain/joining/queries-terms.server";
import { buyerReach } from "~/domain/notices/buyer-reach.server";
import { countBrowsers } from "~/domain/notices/queries-browsers.server";
import { listUntoldRecalls } from "~/domain/orders/queries-recall-list.server";
import { countWaitingReturns } from "~/domain/returns/queries-lists.server";
import { countOpenPosts } from "~/domain/reviews/queries-household.server";
import { householdEarnings } from "~/domain/settlement/queries.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { TodayCertificates } from "~/ui/certificates/today-certificates";
import { DeskClosure } from "~/ui/fulfilment/desk-closure";
import { EntryNews } from "~/ui/helpers/entry-news";
import { PhoneNews } from "~/ui/helpers/phone-change-list";
import { HouseholdNotice } from "~/ui/households/household-notice";
import { NoHousehold } from "~/ui/households/no-household";
import { SuspensionNotice } from "~/ui/households/suspension-notice";
import { Today, UntoldRecalls } from "~/ui/households/today";
import { TodayLinks } from "~/ui/households/today-links";
import { useDesk } from "~/ui/households/use-desk";
import { JoiningNotice } from "~/ui/joining/joining-notice";
import { TellMe } from "~/ui/notices/tell-me";
import { LicenceNotice } from "~/ui/papers/licence-news";
import { TermsNotice } from "~/ui/terms/terms-notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.todayTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope, scopeFor, user } = await requirePermission(args, "household_desk.open");
  const query = new URL(args.request.url).searchParams;
  const slug = query.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household && slug !== null) throw notFound();
  if (!household) return null;
  const isMember = hasPermission(user.role, "entry_code.refuse");
  return {
    deskHouseholdId: household.id,
    counts: await countDeskWork(household.id),
    returnCount: await countWaitingReturns(household.id),
    requestedContractCount: await countRequestedContracts(household.id),
    openPostCount: await countOpenPosts(household.id),
    joining: await loadChecklist(household.id),
    terms: await findHouseholdTerms(household.id),
    entryNews: isMember ? await listEntryNews(scope, household.id) : [],
    phoneNews: isMember ? await findPhoneNews(scope, household.id) : null,
    licence: await findLicenceNews(household.id),
    certificates: await findCertificateNews(household.id),
    untold: isInScope(await scopeFor("order.fulfil"), household.id)
      ? await listUntoldRecalls({ kind: "households", householdIds: [household.id] })
      : [],
    tellMe: {
      publicKey: buyerReach().publicKey,
      browserCount: await countBrowsers(user.id),
      told: query.get("told"),
    },
    money: hasPermission(user.role, "earnings.read") ? await purseOf(scope, household.id) : null,
    closing: await findClosing(scope, household.id),
    suspension: await findAnnounced(household.id),
  };
}

async function purseOf(scope: Scope, householdId: string) {
  const purse = await householdEarnings(scope, householdId);
  const found = present(purse, "a household in the scope has a purse");
  const { marketVnd, courierVnd, owedVnd, pendingVnd } = found;
  return { marketVnd, courierVnd, owedVnd, pendingVnd };
}

export default function TodayPage() {
  const today = useLoaderData<typeof loader>();
  const t = useT();
  const { may } = useDesk();
  if (!today) return <NoHousehold />;
  return (
    <>
      <h1 className="text-3xl">{t("households.todayTitle")}</h1>
      <HouseholdNotice />
      <SuspensionNotice suspension={today.suspension} />
      <EntryNews news={today.entryNews} />
      <PhoneNews news={today.phoneNews} />
      <TermsNotice {...today.terms} />
      <JoiningNotice checklist={today.joining} />
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
      <TodayCertificates news={today.certificates} />
      <TodayLinks />
      {may("browser.subscribe") ? (
        <TellMe action={paths.householdBrowser()} {...today.tellMe} />
      ) : null}
    </>
  );
}
