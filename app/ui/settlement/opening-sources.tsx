import type { OpeningSource } from "~/domain/settlement/types-reconciliation";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** By which lines of the bank we know what was there at first, and who brought them in. */
export function OpeningSources({ sources }: { sources: readonly OpeningSource[] }) {
  const t = useT();
  const language = useLanguage();
  if (sources.length === 0) return null;
  return (
    <section className="mt-4 max-w-prose text-sm" aria-labelledby="sources">
      <h2 id="sources" className="text-base">
        {t("reconciliation.openingSource")}
      </h2>
      <ul>
        {sources.map(({ lineId, occurredAt, balanceVnd, file, importers }) => (
          <li key={lineId} className="mt-1 wrap-anywhere">
            <a href={paths.bankLine(lineId)}>
              {t("reconciliation.openingSourceLine")} <LocalTime instant={occurredAt} />
            </a>
            {balanceVnd === null ? null : (
              <>
                , {t("reconciliation.openingSourceBalance")}{" "}
                <Money amountVnd={balanceVnd} language={language} />
              </>
            )}
            {file ? (
              <a className="block" href={paths.bankStatement(file.importId)}>
                {t("reconciliation.openingSourceFile", {
                  file: file.fileName,
                  line: file.lineNumber,
                })}
              </a>
            ) : null}
            {importers.length > 0 ? (
              <span className="block">
                {t("reconciliation.openingImporters", {
                  names: importers.map(({ name }) => name).join(", "),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
