import { formatBillions } from "~/domain/statistics/billions";
import type { ChannelQuestion } from "~/domain/statistics/channel-question";
import { formatPercent, formatTimes } from "~/domain/statistics/ratio";
import type { Language } from "~/platform/language";
import { useMark } from "~/ui/in-language";
import { Refusal } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { amountInWords } from "./amount-in-words";
import { channelName, spanText } from "./channel-texts";

/** Inside the form of a doubtful figure: how it was read, what it was compared with, and the button to say yes. */
export function ChannelQuestionNotice({ question }: { question: ChannelQuestion }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <Refusal title={t("channels.askTitle")}>
      <p className="mt-1">
        {t("channels.askRead", {
          channel: channelName(t, question, mark),
          span: spanText(t, question),
        })}
      </p>
      <p className="num text-2xl font-bold">
        {t("statistics.billions", { amount: formatBillions(question.amountVnd, language) })}
      </p>
      <p className="num">{amountInWords(t, question.amountVnd, language)}</p>
      <p className="mt-3 font-semibold">{doubtText(t, question, language)}</p>
      <p className="mt-3">
        <button className="button button-danger" name="confirmation" value={question.confirmation}>
          {t("department.askYes")}
        </button>
      </p>
      <p className="mt-2">{t("department.askNo")}</p>
    </Refusal>
  );
}

function doubtText(t: Translate, question: ChannelQuestion, language: Language): string {
  const { doubt, ratio, nearest } = question;
  if (doubt === "large" && ratio) {
    return t("channels.askLarge", { percent: formatPercent(ratio, 1, language) });
  }
  if (doubt === "unsure" || !ratio || !nearest) return t("channels.askUnsure");
  const known = {
    span: spanText(t, nearest),
    amount: formatBillions(nearest.amountVnd, language),
  };
  const { numerator, denominator } = ratio;
  if (numerator > denominator) {
    return t("channels.askFar", { ...known, times: formatTimes(ratio, language) });
  }
  // Of next to nothing there is no number of times.
  const turned = { numerator: denominator, denominator: Math.max(1, numerator) };
  return t("channels.askLess", { ...known, times: formatTimes(turned, language) });
}
