import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On the page of bank lines: the ways to what people bring in, and how much of the books rests on it. */
export function StatementsOfBank(props: {
  posted: { lineCount: number; totalVnd: number };
  claimCount: number;
}) {
  const t = useT();
  const language = useLanguage();
  const { lineCount, totalVnd } = props.posted;
  return (
    <div className="my-4">
      {lineCount === 0 ? null : (
        <p className="max-w-prose">
          {t("statements.postedByFiles", {
            count: lineCount,
            total: formatVnd(totalVnd, language),
          })}
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.bankStatements()}>
          {t("statements.title")}
        </a>
        <a className="button button-quiet" href={paths.transferClaims()}>
          {t("claims.deskTitle")}
          {props.claimCount > 0 ? ` (${props.claimCount})` : ""}
        </a>
      </p>
    </div>
  );
}
