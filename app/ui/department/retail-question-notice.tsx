import { decimalsOf, formatBillions } from "~/domain/statistics/billions";
import { formatPercent, formatTimes } from "~/domain/statistics/ratio";
import type { RetailQuestion } from "~/domain/statistics/retail-question";
import type { Language } from "~/platform/language";
import { formatMonth } from "~/platform/period";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { amountInWords } from "./amount-in-words";

/** Inside the form of a doubtful total: how it was read, what it was compared with, and the button to say yes. */
export function RetailQuestionNotice({ question }: { question: RetailQuestion }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Refusal title={t("department.askTitle")}>
      <p className="mt-1">
        {t("department.askRead", {
          kind: t(`statistics.kind_${question.kind}`),
          month: formatMonth(question.month),
        })}
      </p>
      <p className="num text-2xl font-bold">
        {t("statistics.billions", { amount: formatBillions(question.amountVnd, language) })}
      </p>
      <p className="num">{amountInWords(t, question.amountVnd, language)}</p>
      <p className="mt-3 font-semibold">{retailDoubtText(t, question, language)}</p>
      {question.neighbours.length === 0 ? null : <Neighbours question={question} />}
      <p className="mt-3">
        <button className="button button-danger" name="confirmation" value={question.confirmation}>
          {t("department.askYes")}
        </button>
      </p>
      <p className="mt-2">{t("department.askNo")}</p>
    </Refusal>
  );
}

function Neighbours({ question }: { question: RetailQuestion }) {
  const t = useT();
  const language = useLanguage();
  const decimals = decimalsOf(question.neighbours.map((one) => one.amountVnd));
  return (
    <>
      <p className="mt-3">{t("department.askNeighbours")}</p>
      <ul className="list-disc pl-5">
        {question.neighbours.map((one) => (
          <li key={one.id} className="num">
            {t("department.askNeighbour", {
              month: formatMonth(one.month),
              kind: t(`statistics.kind_${one.kind}`),
              amount: formatBillions(one.amountVnd, language, decimals),
              stage: t(`statistics.stage_${one.stage}`),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why a total is asked about, as a question. */
export function retailDoubtText(
  t: Translate,
  question: RetailQuestion,
  language: Language,
): string {
  const { doubt, ratio, neighbours } = question;
  if (doubt === "unsure" || !ratio) return t("department.askUnsure");
  if (doubt === "goods_part") {
    return t("department.askGoodsPart", { percent: formatPercent(ratio, 1, language) });
  }
  const month = formatMonth(neighbours[0]?.month ?? question.month);
  const { numerator, denominator } = ratio;
  if (numerator > denominator) {
    return t("department.askMore", { month, times: formatTimes(ratio, language) });
  }
  // Below a tenth a per cent says less than a number of times.
  if (numerator * 10 >= denominator) {
    return t("department.askLess", { month, percent: formatPercent(ratio, 0, language) });
  }
  const times = formatTimes({ numerator: denominator, denominator: numerator }, language);
  return t("department.askTimesLess", { month, times });
}
