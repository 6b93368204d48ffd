import type { BoardProduce } from "~/domain/supply/supply-board";
import type { SupplyCase } from "~/domain/supply/types";
import type { LocalDate } from "~/platform/period";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { CaseOpening } from "./case-opening";
import { useKilograms, useWeekName } from "./supply-words";

type Props = {
  weeks: readonly LocalDate[];
  produce: readonly BoardProduce[];
  cases: readonly SupplyCase[];
};

/** Where more is coming than anybody is known to want: what, when, how much, from which communes, and who sees to it. */
export function GlutList({ weeks, produce, cases }: Props) {
  const t = useT();
  const mark = useMark();
  const gluts = produce.filter((one) => one.weeks.some((week) => week.isGlut));
  if (gluts.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="gluts">
      <h2 id="gluts" className="text-xl">
        {t("supply.glutsTitle")}
      </h2>
      <p className="text-soft">{t("supply.glutRule")}</p>
      <ul className="mt-2 border-t border-line">
        {gluts.map((one) => (
          <li key={one.key} className="flex gap-3 border-b border-line py-3">
            <span className="text-persimmon">
              <Icon name="alert" />
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{mark(one.name, "vi")}</p>
              {one.weeks.map((week, i) =>
                week.isGlut ? <GlutWeek key={weeks[i]} {...{ weeks, one, i }} /> : null,
              )}
              <CaseOpening produce={one} from={weeks[0] ?? ""} cases={cases} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GlutWeek({ weeks, one, i }: { weeks: Props["weeks"]; one: BoardProduce; i: number }) {
  const t = useT();
  const kilograms = useKilograms();
  const weekName = useWeekName();
  const week = one.weeks[i];
  if (!week) return null;
  return (
    <p className="my-1">
      <span className="num block">
        {weekName(weeks[i] ?? "")}:{" "}
        {t("supply.glut", {
          over: kilograms(week.overKg),
          declared: kilograms(week.declaredKg),
          demanded: kilograms(week.demandedKg),
        })}
      </span>
      <span className="block text-soft">
        {one.communes
          .filter(({ kg }) => (kg[i] ?? 0) > 0)
          .map(({ name, kg }) => `${name} ${kilograms(kg[i] ?? 0)}`)
          .join(", ")}
      </span>
    </p>
  );
}
