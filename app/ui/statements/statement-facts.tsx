import type { StatementView } from "~/domain/statements/types";
import { formatInteger } from "~/platform/money";
import { formatDate, formatInstant, localDateOf } from "~/platform/period";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The file itself: whose, of when, by whom, and from which balance to which. */
export function StatementFacts({ statement }: { statement: StatementView }) {
  const t = useT();
  const language = useLanguage();
  const { firstAt, lastAt, openingBalanceVnd, closingBalanceVnd } = statement;
  const by = (name: string, at: number) => t("statements.byAt", { name, time: formatInstant(at) });
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("statements.facts")}</h2>
      <FactList>
        <FactRow term={t("statements.factFile")}>
          <span className="wrap-anywhere">{statement.fileName}</span> {/* Samples have no file. */}
          {statement.byteCount === 0 ? null : (
            <a
              href={paths.bankStatementFile(statement.id)}
              className="inline-flex min-h-12 items-center"
            >
              {t("statements.factDownload")}
            </a>
          )}
        </FactRow>
        <FactRow term={t("statements.factAccount")}>
          <span className="num">{statement.maskedAccount ?? "–"}</span>
        </FactRow>
        {firstAt === null || lastAt === null ? null : (
          <FactRow term={t("statements.factPeriod")}>
            <span className="num">
              {formatDate(localDateOf(firstAt))} – {formatDate(localDateOf(lastAt))}
            </span>
          </FactRow>
        )}
        <FactRow term={t("statements.factUploaded")}>
          {by(statement.uploadedBy, statement.uploadedAt)}
        </FactRow>
        {statement.confirmedBy === null || statement.confirmedAt === null ? null : (
          <FactRow term={t("statements.factConfirmed")}>
            {by(statement.confirmedBy, statement.confirmedAt)}
          </FactRow>
        )}
        <FactRow term={t("statements.factLines")}>
          <span className="num">{formatInteger(statement.lineCount, language)}</span>
        </FactRow>
        {statement.skippedCount === 0 ? null : (
          <FactRow term={t("statements.factSkipped")}>
            {t("statements.factSkippedText", { count: statement.skippedCount })}
          </FactRow>
        )}
        {openingBalanceVnd === null ? null : (
          <FactRow term={t("statements.factOpening")}>
            <Money amountVnd={openingBalanceVnd} language={language} />
          </FactRow>
        )}
        {closingBalanceVnd === null ? null : (
          <FactRow term={t("statements.factClosing")}>
            <Money amountVnd={closingBalanceVnd} language={language} />
          </FactRow>
        )}
      </FactList>
    </section>
  );
}
