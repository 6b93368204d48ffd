import type { StatementStatus } from "~/domain/statements/statement-status";
import type { StatementSummary } from "~/domain/statements/types";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";

const MARKS = {
  uploaded: { icon: "pencil", tone: "persimmon" },
  checking: { icon: "clock", tone: "quiet" },
  checked: { icon: "alert", tone: "persimmon" },
  importing: { icon: "clock", tone: "quiet" },
  imported: { icon: "check", tone: "leaf" },
} as const satisfies Record<StatementStatus, { icon: IconName; tone: Tone }>;

/** The files that were brought in, each leading to its page. */
export function StatementList({ imports }: { imports: readonly StatementSummary[] }) {
  const t = useT();
  return (
    <ScrollRegion label={t("statements.listScroll")}>
      <table className="table text-sm">
        <thead>
          <tr>
            <th scope="col">{t("statements.columnFile")}</th>
            <th scope="col">{t("statements.columnState")}</th>
            <th scope="col">{t("statements.columnUploaded")}</th>
            <th scope="col">{t("statements.columnBy")}</th>
            <th scope="col">{t("statements.columnConfirmed")}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="min-w-48">
                <a
                  href={paths.bankStatement(one.id)}
                  className="inline-flex min-h-12 items-center wrap-anywhere"
                >
                  {one.fileName}
                </a>
              </th>
              <td className="whitespace-nowrap">
                <StatementMark status={one.status} />
              </td>
              <td>
                <LocalTime instant={one.uploadedAt} />
              </td>
              <td className="whitespace-nowrap">{one.uploadedBy}</td>
              <td className="whitespace-nowrap">{one.confirmedBy ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function StatementMark({ status }: { status: StatementStatus }) {
  const t = useT();
  return <StatusMark {...MARKS[status]} text={t(`statements.status_${status}`)} />;
}
