import type { ReactNode } from "react";
import type { BoardProduce } from "~/domain/supply/supply-board";
import type { LocalDate } from "~/platform/period";
import { useLang, useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { useKilograms, useWeekName } from "./supply-words";

/** One kind, week by week: from each commune, all together, what is wanted, and what is too much; below, what to do. */
export function SupplyTable({
  weeks,
  produce,
  children,
}: {
  weeks: readonly LocalDate[];
  produce: BoardProduce;
  children: ReactNode;
}) {
  const t = useT();
  const mark = useMark();
  const weekName = useWeekName();
  const kilograms = useKilograms();
  const vietnamese = useLang("vi");
  const shown = (kg: number) => (kg === 0 ? "–" : kilograms(kg));
  const declared = produce.weeks.map(({ declaredKg }) => declaredKg);
  const demanded = produce.weeks.map(({ demandedKg }) => demandedKg);
  return (
    <section className="mt-8">
      <h2 className="text-xl">{mark(produce.name, "vi")}</h2>
      <ScrollRegion label={t("supply.tableOf", { name: produce.name })}>
        <table className="table text-sm">
          <caption className="sr-only">
            {t("supply.tableOf", { name: mark(produce.name, "vi") })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("supply.commune")}</th>
              {weeks.map((week) => (
                <th key={week} scope="col" className="amount num">
                  {weekName(week)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {produce.communes.map(({ code, name, kg }) => (
              <tr key={code}>
                <th scope="row" className="font-normal" lang={vietnamese}>
                  {name}
                </th>
                {weeks.map((week, i) => (
                  <td key={week} className="amount num">
                    {shown(kg[i] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
            <SumRow name={t("supply.declared")} cells={declared.map(shown)} weeks={weeks} />
            <SumRow name={t("supply.demanded")} cells={demanded.map(shown)} weeks={weeks} />
            <tr>
              <th scope="row">{t("supply.over")}</th>
              {produce.weeks.map(({ overKg, isGlut }, i) => (
                <td
                  key={weeks[i]}
                  className={`amount num relative ${isGlut ? "font-bold text-persimmon" : ""}`}
                >
                  {overKg > 0 ? kilograms(overKg) : "–"}
                  {isGlut ? <span className="sr-only"> {t("supply.glutMark")}</span> : null}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      {children}
    </section>
  );
}

function SumRow(props: { name: string; cells: readonly string[]; weeks: readonly LocalDate[] }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      {props.cells.map((cell, i) => (
        <td key={props.weeks[i]} className="amount num font-semibold">
          {cell}
        </td>
      ))}
    </tr>
  );
}
