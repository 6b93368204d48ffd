import type { TargetVintage } from "~/domain/statistics/types-targets";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { targetText } from "./target-text";

type HistoryProps = { place: string; year: string; vintages: readonly TargetVintage[] };

/** Every vintage of a place's targets in a year, the newest first; those that stand can be taken back. */
export function TargetHistory({ place, year, vintages }: HistoryProps) {
  const t = useT();
  const caption = t("targets.historyCaption", { year });
  if (vintages.length === 0) return <p className="mt-2 text-soft">{t("targets.historyEmpty")}</p>;
  return (
    <ScrollRegion label={caption}>
      <table className="table mt-3 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("targets.columnKind")}</th>
            <th scope="col" className="amount">
              {t("targets.columnTarget")}
            </th>
            <th scope="col">{t("targets.columnSource")}</th>
            <th scope="col">{t("targets.columnSet")}</th>
          </tr>
        </thead>
        <tbody>
          {vintages.map((one) => (
            <VintageRow
              key={one.id}
              one={one}
              withdrawal={
                isNewest(one, vintages) && one.value !== null
                  ? paths.targetWithdrawal(place, { year, kind: one.kind })
                  : null
              }
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function isNewest(one: TargetVintage, vintages: readonly TargetVintage[]): boolean {
  return vintages.every(({ kind, vintage }) => kind !== one.kind || vintage <= one.vintage);
}

/** `withdrawal`: where it is taken back; null: it does not stand. */
function VintageRow({ one, withdrawal }: { one: TargetVintage; withdrawal: string | null }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { kind, value, source } = one;
  return (
    <tr className={withdrawal === null ? "text-soft" : ""}>
      <th scope="row" className="min-w-48 font-normal whitespace-normal">
        {t(`targets.kind_${kind}`)}
      </th>
      <td className="amount">
        <span className="num">
          {value === null ? t("targets.withdrawn") : targetText(kind, value, language)}
        </span>
        {withdrawal === null ? (
          <span className="block">{value === null ? null : t("targets.replaced")}</span>
        ) : (
          <a className="block underline" href={withdrawal}>
            {t("targets.withdraw")}
          </a>
        )}
      </td>
      <td className="min-w-48">
        {mark(source)} {one.isSample ? <SampleBadge /> : null}
      </td>
      <td>
        {one.setBy}
        <span className="block">
          <LocalTime instant={one.setAt} />
        </span>
      </td>
    </tr>
  );
}
