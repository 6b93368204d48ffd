import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCommunes } from "~/domain/places/queries.server";
import { listClosedSales } from "~/domain/statistics/queries-commune-sales.server";
import { chooseTargetYear, listTargets } from "~/domain/statistics/queries-targets.server";
import { progressOf } from "~/domain/statistics/target-progress";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { monthsUntil } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";
import { ClosedMonths } from "~/ui/targets/closed-months";
import { ProgressTable } from "~/ui/targets/progress-table";
import { ShareTargets } from "~/ui/targets/share-targets";
import { YearForm } from "~/ui/targets/year-form";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("targets.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "target.set");
  const query = new URL(args.request.url).searchParams;
  const { years, year } = chooseTargetYear(query.get("year"));
  if (year === null) throw redirect(paths.targets());
  const targets = await listTargets(year);
  const months = await listClosedSales(monthsUntil(`${year}-12`, 12));
  const communes = await listCommunes(settings().PROVINCE);
  return {
    years,
    year,
    shares: targets.filter(({ communeCode }) => communeCode === null),
    rows: progressOf(communes, targets, months),
    months: months.map((month) => ({ ...month, cells: [] })),
    asOf: now(),
  };
}

export default function TargetsPage() {
  const { years, year, shares, rows, months, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  const { provinceName } = useSite();
  return (
    <>
      <BackLink href={paths.indicator()} text={t("department.indicatorTitle")} />
      <h1 className="text-3xl">
        {t("targets.title")} <span className="num">{year}</span>
      </h1>
      <p className="mt-2 max-w-prose text-soft">{t("targets.lead")}</p>
      <YearForm action={paths.targets()} year={year} years={years} />
      <section className="mt-8">
        <h2 className="text-2xl">{t("targets.provinceHeading", { province: provinceName })}</h2>
        <ShareTargets targets={shares} />
        <p className="mt-3">
          <a className="button button-quiet" href={paths.targetsOf("province", { year })}>
            {t("targets.setProvince")}
          </a>
        </p>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("targets.communesHeading")}</h2>
        <p className="mt-2 max-w-prose">{t("targets.communesText")}</p>
        <p className="mt-3 flex flex-wrap gap-3">
          <a className="button button-main" href={paths.targetEntry({ year })}>
            {t("targets.setMany")}
          </a>
        </p>
        {months.length === 0 ? (
          <Notice tone="plain">{t("targets.noneClosed", { year })}</Notice>
        ) : null}
        <ProgressTable year={year} rows={rows} />
        <ClosedMonths months={months} asOf={{ kind: "read", at: asOf }} />
      </section>
    </>
  );
}
