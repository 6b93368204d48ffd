import type { ReactNode } from "react";
import type { BankTransactionSummary } from "~/domain/payments/types";
import { formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { StatusMark } from "~/ui/households/icon";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { BANK_LINE_MARKS } from "./bank-line-marks";

/** One line that the bank reported, what it means and who acts. */
export function BankLine({ line }: { line: BankTransactionSummary }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { status, reason } = line;
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-line py-4 md:grid-cols-[14rem_1fr] lg:grid-cols-[14rem_1fr_18rem]">
      <div>
        <h2 className="text-lg">
          <Money amountVnd={line.amountVnd} language={language} />
          {line.direction === "out" ? (
            <span className="font-normal"> ({t("department.bankDirectionOut")})</span>
          ) : null}
        </h2>
        <p className="mt-1">
          <StatusMark {...BANK_LINE_MARKS[status]} text={t(`department.bankStatus_${status}`)} />
        </p>
      </div>
      <div>
        <p>
          <span className="text-soft">{t("department.bankContent")}: </span>
          {mark(line.content) || "–"}
        </p>
        <p className="mt-1 max-w-prose">
          <strong>{t(`department.reason_${reason}`)}.</strong>{" "}
          {t(`department.reason_${reason}_meaning`)}
        </p>
        <p>
          <a
            href={paths.bankLine(line.id)}
            className="inline-flex min-h-12 items-center font-medium"
            aria-label={t("money.openLineOf", { amount: formatVnd(line.amountVnd, language) })}
          >
            {status === "suspense" ? t("money.answerLine") : t("money.openLine")}
          </a>
        </p>
        {line.conflictCount > 0 ? (
          <p className="mt-1 max-w-prose font-medium text-persimmon">
            {t("department.bankConflicts", { count: line.conflictCount })}
          </p>
        ) : null}
      </div>
      <BankLineOrigin line={line} />
    </li>
  );
}

function BankLineOrigin({ line }: { line: BankTransactionSummary }) {
  const t = useT();
  const { checkoutCode, references } = line;
  return (
    <dl className="grid content-start gap-1 text-sm text-soft md:col-start-2 lg:col-start-3">
      {checkoutCode ? <Origin term={t("department.bankCheckout")}>{checkoutCode}</Origin> : null}
      {!checkoutCode && references.length > 0 ? (
        <Origin term={t("department.bankReferences")}>{references.join(", ")}</Origin>
      ) : null}
      <Origin term={t("statements.bankSource")}>{t(`statements.provider_${line.provider}`)}</Origin>
      <Origin term={t("department.bankOccurred")}>
        <LocalTime instant={line.occurredAt} />
      </Origin>
      <Origin term={t("department.bankReceived")}>
        <LocalTime instant={line.receivedAt} />
      </Origin>
      <Origin term={t("department.bankAccount")}>
        <span className="num">{line.maskedAccount}</span>
      </Origin>
    </dl>
  );
}

function Origin({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="inline">{term}: </dt>
      <dd className="inline text-ink">{children}</dd>
    </div>
  );
}
