import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  countWaitingProducts,
  listProductDecisions,
  listWaitingProducts,
  productStateOf,
} from "~/domain/catalog/queries-department.server";
import {
  countWaitingHouseholds,
  householdStateOf,
  listHouseholdDecisions,
  listWaitingHouseholds,
} from "~/domain/households/queries-department.server";
import {
  countWaitingProfiles,
  listProfileDecisions,
  listWaitingProfiles,
  profileStateOf,
} from "~/domain/households/queries-profile.server";
import { loadChecklists } from "~/domain/joining/queries-checklists.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readAnswer } from "~/ui/department/decision-answer";
import { DecisionOutcome } from "~/ui/department/decision-outcome";
import { HouseholdDossierCard } from "~/ui/department/household-dossier";
import { ProductDossierCard } from "~/ui/department/product-dossier";
import { ProfileDossierCard } from "~/ui/department/profile-dossier";
import { DECISIONS_MAX, newestDecisions, RecentDecisions } from "~/ui/department/recent-decisions";
import { WaitingSection } from "~/ui/department/waiting-section";
import { JoiningLink } from "~/ui/joining/joining-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";

const SHOWN_MAX = 20;
const STATE_OF = { product: productStateOf, household: householdStateOf, profile: profileStateOf };

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.approvalsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "department_desk.open");
  const answer = readAnswer(new URL(args.request.url).searchParams);
  const households = await listWaitingHouseholds(SHOWN_MAX);
  const checklists = await loadChecklists(households.map(({ id }) => id));
  return {
    answer,
    name: answer ? ((await STATE_OF[answer.subject](answer.slug))?.name ?? null) : null,
    householdCount: await countWaitingHouseholds(),
    households: households.map((household) => ({
      ...household,
      checklist: checklists.get(household.id) ?? null,
    })),
    productCount: await countWaitingProducts(),
    products: await listWaitingProducts(SHOWN_MAX),
    profileCount: await countWaitingProfiles(),
    profiles: await listWaitingProfiles(SHOWN_MAX),
    decisions: newestDecisions(
      await listHouseholdDecisions(DECISIONS_MAX),
      await listProductDecisions(DECISIONS_MAX),
      await listProfileDecisions(DECISIONS_MAX),
    ),
  };
}

export default function ApprovalsPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const { answer, households, products, profiles } = data;
  return (
    <>
      <h1 className="text-3xl">{t("department.approvalsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("department.approvalsLead")}</p>
      <DecisionOutcome answer={answer} name={data.name} />
      <WaitingSection
        id="households"
        title={t("department.householdsWaiting", { count: data.householdCount })}
        empty={t("department.noHouseholdsWaiting")}
        moreCount={data.householdCount - households.length}
      >
        {households.map((household) => (
          <HouseholdDossierCard key={household.slug} household={household}>
            <JoiningLink household={household} checklist={household.checklist} />
          </HouseholdDossierCard>
        ))}
      </WaitingSection>
      <WaitingSection
        id="products"
        title={t("department.productsWaiting", { count: data.productCount })}
        empty={t("department.noProductsWaiting")}
        moreCount={data.productCount - products.length}
      >
        {products.map((product) => (
          <ProductDossierCard key={product.slug} product={product} />
        ))}
      </WaitingSection>
      <WaitingSection
        id="profiles"
        title={t("department.profilesWaiting", { count: data.profileCount })}
        empty={t("department.noProfilesWaiting")}
        moreCount={data.profileCount - profiles.length}
      >
        {profiles.map((profile) => (
          <ProfileDossierCard key={profile.id} profile={profile} />
        ))}
      </WaitingSection>
      <RecentDecisions decisions={data.decisions} />
    </>
  );
}
