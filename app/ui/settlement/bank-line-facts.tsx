import type { BankLineView } from "~/domain/payments/types-bank-line";
import { Fact } from "~/ui/catalog/product-facts";
import { BANK_LINE_MARKS } from "~/ui/department/bank-line-marks";
import { StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";

/** One line of the bank: how much, from when, by whose report, and what it is taken for. */
export function BankLineFacts({ line }: { line: BankLineView }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { status, reason } = line;
  return (
    <>
      <p className="text-soft">{t("money.lineTitle")}</p>
      <h1 className="text-3xl">
        {t(`money.direction_${line.direction}`)}{" "}
        <Money amountVnd={line.amountVnd} language={language} />
      </h1>
      <p className="mt-2">
        <StatusMark {...BANK_LINE_MARKS[status]} text={t(`department.bankStatus_${status}`)} />
      </p>
      <p className="mt-2 max-w-prose">
        <strong>{t(`department.reason_${reason}`)}.</strong>{" "}
        {t(`department.reason_${reason}_meaning`)}
      </p>
      <dl className="facts mt-4">
        <Fact term={t("department.bankContent")}>{mark(line.content) || "–"}</Fact>
        {line.checkoutCode ? (
          <Fact term={t("department.bankCheckout")}>
            <span className="num">{line.checkoutCode}</span>
          </Fact>
        ) : null}
        <Fact term={t("department.bankOccurred")}>
          <LocalTime instant={line.occurredAt} />
        </Fact>
        <Fact term={t("department.bankReceived")}>
          <LocalTime instant={line.receivedAt} /> · {t(`money.provider_${line.provider}`)}
        </Fact>
        <Fact term={t("department.bankAccount")}>
          <span className="num">{line.maskedAccount}</span>
        </Fact>
        {line.bankReference ? (
          <Fact term={t("money.bankReference")}>
            <span className="num break-all">{line.bankReference}</span>
          </Fact>
        ) : null}
        {line.balanceVnd === null ? null : (
          <Fact term={t("money.balanceAfter")}>
            <Money amountVnd={line.balanceVnd} language={language} />
          </Fact>
        )}
        {line.sightings.map((sighting) => (
          <Fact key={sighting.provider + sighting.receivedAt} term={t("money.alsoReported")}>
            {t(`money.provider_${sighting.provider}`)} · <LocalTime instant={sighting.receivedAt} />
          </Fact>
        ))}
      </dl>
      {line.conflicts.length > 0 ? (
        <p className="mt-3 max-w-prose font-medium text-persimmon">
          {t("department.bankConflicts", { count: line.conflicts.length })}
        </p>
      ) : null}
    </>
  );
}
