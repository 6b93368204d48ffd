import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseTypedDay } from "~/domain/catalog/typed-values";
import { listOpenCases } from "~/domain/supply/queries-cases.server";
import { loadSupplyBoard } from "~/domain/supply/queries.server";
import { now } from "~/platform/clock.server";
import { addDays, localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { CaseOpening } from "~/ui/supply/case-opening";
import { GlutList } from "~/ui/supply/glut-list";
import { SupplyTable } from "~/ui/supply/supply-table";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("supply.boardTitle"));

/** What is coming from the fields, week by week, against what buyers are known to want; `from` is a day of its first week. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "supply.coordinate");
  const asked = new URL(args.request.url).searchParams.get("from") ?? "";
  const board = await loadSupplyBoard(parseTypedDay(asked) ?? localDateOf(now()));
  return { ...board, cases: await listOpenCases() };
}

export default function SupplyBoardPage() {
  const { weeks, produce, cases } = useLoaderData<typeof loader>();
  const t = useT();
  const first = weeks[0] ?? "";
  return (
    <>
      <h1 className="text-3xl">{t("supply.boardTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("supply.boardLead")}</p>
      <p className="mt-3 flex flex-wrap gap-3">
        <a className="button button-main" href={paths.demands()}>
          {t("supply.demandsLink")}
        </a>
        <a className="button button-quiet" href={paths.supplyCases()}>
          {t("supply.casesLink", { open: cases.length })}
        </a>
      </p>
      <GlutList weeks={weeks} produce={produce} cases={cases} />
      {produce.length === 0 ? <EmptyState title={t("supply.boardEmpty")} /> : null}
      {produce.map((one) => (
        <SupplyTable key={one.key} weeks={weeks} produce={one}>
          {one.weeks.some(({ isGlut }) => isGlut) ? null : (
            <CaseOpening produce={one} from={first} cases={cases} />
          )}
        </SupplyTable>
      ))}
      <p className="mt-6 flex flex-wrap justify-between gap-3">
        <a className="button button-quiet" href={paths.supplyBoard({ from: addDays(first, -56) })}>
          ← {t("supply.earlier")}
        </a>
        <a className="button button-quiet" href={paths.supplyBoard({ from: addDays(first, 56) })}>
          {t("supply.later")} →
        </a>
      </p>
    </>
  );
}
