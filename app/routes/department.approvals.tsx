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
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readAnswer } from "~/ui/department/decision-answer";
import { DecisionOutcome } from "~/ui/department/decision-outcome";
import { HouseholdDossierCard } from "~/ui/department/household-dossier";
import { ProductDossierCard } from "~/ui/department/product-dossier";
import { newestDecisions, RecentDecisions } from "~/ui/department/recent-decisions";
import { WaitingSection } from "~/ui/department/waiting-section";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";

const SHOWN_MAX = 20;
const DECISIONS_MAX = 8;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.approvalsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "department_desk.open");
  const answer = readAnswer(new URL(args.request.url).searchParams);
  const stateOf = answer?.subject === "product" ? productStateOf : householdStateOf;
  return {
    answer,
    name: answer ? ((await stateOf(answer.slug))?.name ?? null) : null,
    householdCount: await countWaitingHouseholds(),
    households: await listWaitingHouseholds(SHOWN_MAX),
    productCount: await countWaitingProducts(),
    products: await listWaitingProducts(SHOWN_MAX),
    householdDecisions: await listHouseholdDecisions(DECISIONS_MAX),
    productDecisions: await listProductDecisions(DECISIONS_MAX),
  };
}

export default function ApprovalsPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const { answer, households, products } = data;
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
          <HouseholdDossierCard key={household.slug} household={household} />
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
      <RecentDecisions
        decisions={newestDecisions(data.householdDecisions, data.productDecisions, DECISIONS_MAX)}
      />
    </>
  );
}
