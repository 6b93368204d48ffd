import { isPending, needsSomebody, type Release } from "~/domain/statistics/releases";
import { formatMonth, type Month } from "~/platform/period";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { momentText, releaseName } from "./release-texts";

/**
 * What was announced, with what came of it, the newest month first. `gaps`: months that wait for an earlier one, which
 * nobody has announced.
 */
export function ReleaseTable({
  releases,
  gaps,
}: {
  releases: readonly Release[];
  gaps: Readonly<Record<Month, Month>>;
}) {
  const t = useT();
  const heads = {
    due: t("releases.columnDue"),
    state: t("releases.columnState"),
    published: t("releases.columnPublished"),
  };
  return (
    <ScrollRegion label={t("releases.listCaption")} stacks>
      <table className="table table-stacks">
        <caption className="sr-only">{t("releases.listCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("releases.columnMonth")}</th>
            <th scope="col">{heads.due}</th>
            <th scope="col">{heads.state}</th>
            <th scope="col">{heads.published}</th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => {
            const { month, afterEdition, dueAt, publishedAt, state } = release;
            const gap = afterEdition === 0 ? gaps[month] : undefined;
            return (
              <tr key={`${month} ${afterEdition}`}>
                <th scope="row">
                  <a className="underline" href={paths.release(month)}>
                    {releaseName(t, release)}
                  </a>
                </th>
                <td data-label={heads.due}>
                  {dueAt === null ? t("releases.noHour") : momentText(t, dueAt)}
                </td>
                <td data-label={heads.state}>
                  <span className={needsSomebody(release) ? "font-semibold text-persimmon" : ""}>
                    {t(`releases.state_${state}`)}
                  </span>
                  {gap && isPending(release) ? (
                    <p className="text-persimmon">
                      {t("releases.gapShort", { month: formatMonth(gap) })}
                    </p>
                  ) : null}
                </td>
                <td data-label={heads.published}>
                  {publishedAt === null ? t("statistics.notYet") : momentText(t, publishedAt)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
