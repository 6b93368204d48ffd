import type { KeptLine } from "~/domain/compliance/types";
import { formatDate, localDateOf } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";

/** What was taken down: what and whose, when and by whom, and until when it is kept. */
export function KeptTable({ kept }: { kept: readonly KeptLine[] }) {
  const t = useT();
  const mark = useMark();
  return (
    <ScrollRegion label={t("compliance.keptTitle")} stacks>
      <table className="table table-stacks">
        <caption className="sr-only">{t("compliance.keptTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance.keptWhat")}</th>
            <th scope="col">{t("compliance.about_household")}</th>
            <th scope="col">{t("compliance.keptTaken")}</th>
            <th scope="col">{t("compliance.keptUntil")}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="font-normal">
                <a
                  className="inline-flex min-h-12 items-center font-semibold underline wrap-anywhere"
                  href={paths.keptContent(one.id)}
                >
                  <span>{mark(one.title, "vi")}</span>
                </a>
                <p className="text-sm text-soft">{t(`compliance.about_${one.kind}`)}</p>
              </th>
              <td data-label={t("compliance.about_household")}>{mark(one.householdName, "vi")}</td>
              <td data-label={t("compliance.keptTaken")}>
                <LocalTime instant={one.takenAt} />
                <span className="block text-sm text-soft">{mark(one.takenByName, "vi")}</span>
              </td>
              <td data-label={t("compliance.keptUntil")} className="num">
                {formatDate(localDateOf(one.keepUntil))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
