import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseTypedDay } from "~/domain/catalog/typed-values";
import { loadSupplyBoard } from "~/domain/supply/queries.server";
import { now } from "~/platform/clock.server";
import { addDays, localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
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
  return loadSupplyBoard(parseTypedDay(asked) ?? localDateOf(now()));
}

export default function SupplyBoardPage() {
  const { weeks, produce } = useLoaderData<typeof loader>();
  const t = useT();
  const first = weeks[0] ?? "";
  return (
    <>
      <h1 className="text-3xl">{t("supply.boardTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("supply.boardLead")}</p>
      <p className="mt-3">
        <a className="button button-main" href={paths.demands()}>
          {t("supply.demandsLink")}
        </a>
      </p>
      <GlutList weeks={weeks} produce={produce} />
      {produce.length === 0 ? <EmptyState title={t("supply.boardEmpty")} /> : null}
      {produce.map((one) => (
        <SupplyTable key={one.key} weeks={weeks} produce={one} />
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
