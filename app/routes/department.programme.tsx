import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { methodUsesOf } from "~/domain/statistics/method-versions";
import { chooseProgrammeYear, readProgramme } from "~/domain/statistics/queries-programme.server";
import { now } from "~/platform/clock.server";
import { formatMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { editionName } from "~/ui/periods/edition-name";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { SourceLine } from "~/ui/statistics/source-line";
import { ProgrammeTable, ProgrammeTotals } from "~/ui/targets/programme-table";
import { YearForm } from "~/ui/targets/year-form";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("programme.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const { years, year } = chooseProgrammeYear(query.get("year"));
  if (year === null) throw redirect(paths.programme());
  return { years, year, programme: await readProgramme(year), asOf: now() };
}

export default function ProgrammePage() {
  const { years, year, programme, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  const { total, months, communes, sellersOf, methods } = programme;
  const source = (
    <SourceLine
      of="programme"
      asOf={{ kind: "read", at: asOf }}
      first={months[0]?.month ?? ""}
      last={months.at(-1)?.month ?? ""}
      methods={methodUsesOf(methods)}
    />
  );
  return (
    <>
      <BackLink href={paths.indicator()} text={t("department.indicatorTitle")} />
      <h1 className="text-3xl">
        {t("programme.title")} <span className="num">{year}</span>
      </h1>
      <p className="mt-2 max-w-prose text-soft">{t("programme.lead")}</p>
      <YearForm action={paths.programme()} year={year} years={years} />
      <ProgrammeTotals counts={total} />
      <ProgrammeNotes
        sellersOf={
          sellersOf && `${formatMonth(sellersOf.month)} (${editionName(t, sellersOf.edition)})`
        }
      />
      {source}
      <section className="mt-12">
        <h2 className="text-2xl">{t("programme.byMonth")}</h2>
        <ProgrammeTable
          caption={t("programme.monthsCaption", { year })}
          head={t("common.month")}
          rows={months.map(({ month, counts, isClosed }) => ({
            key: month,
            name: (
              <>
                <span className="num">{formatMonth(month)}</span>
                <span className="block text-soft">
                  {isClosed ? t("programme.closed") : t("programme.open")}
                </span>
              </>
            ),
            counts,
          }))}
        />
        {source}
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("programme.byCommune")}</h2>
        {communes.length === 0 ? (
          <EmptyState title={t("programme.noCommune")} />
        ) : (
          <ProgrammeTable
            caption={t("programme.communesCaption", { year })}
            head={t("statistics.breakdownColumn_commune")}
            rows={communes.map(({ code, name, counts }) => ({
              key: code,
              name: mark(name, "vi"),
              counts,
            }))}
          />
        )}
        {source}
      </section>
    </>
  );
}

/** `sellersOf`: the closed month whose sellers the total and the communes have, in words; null: none. */
function ProgrammeNotes({ sellersOf }: { sellersOf: string | null }) {
  const t = useT();
  return (
    <ul className="mt-4 max-w-prose list-disc pl-5 text-sm">
      <li>
        {sellersOf === null
          ? t("programme.noteNoSellers")
          : t("programme.noteSellers", { month: sellersOf })}
      </li>
      <li>{t("programme.noteHelped")}</li>
      <li>{t("programme.noteRecognised")}</li>
      <li>{t("programme.noteTraining")}</li>
    </ul>
  );
}
