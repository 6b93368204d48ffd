import type { BoardProduce } from "~/domain/supply/supply-board";
import type { LocalDate } from "~/platform/period";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { useKilograms, useWeekName } from "./supply-words";

/** Where more is coming than anybody is known to want: what, when, how much, and from which communes. */
export function GlutList(props: { weeks: readonly LocalDate[]; produce: readonly BoardProduce[] }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  const weekName = useWeekName();
  const gluts = props.produce.flatMap((one) =>
    one.weeks.flatMap((week, i) => (week.isGlut ? [{ one, week, i }] : [])),
  );
  if (gluts.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="gluts">
      <h2 id="gluts" className="text-xl">
        {t("supply.glutsTitle")}
      </h2>
      <p className="text-soft">{t("supply.glutRule")}</p>
      <ul className="mt-2 border-t border-line">
        {gluts.map(({ one, week, i }) => (
          <li key={`${one.key} ${i}`} className="flex gap-3 border-b border-line py-3">
            <span className="text-persimmon">
              <Icon name="alert" />
            </span>
            <span>
              <span className="block font-semibold">
                {mark(one.name, "vi")} · {weekName(props.weeks[i] ?? "")}
              </span>
              <span className="num block">
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
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
