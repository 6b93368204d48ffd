import { useMark } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, isMessageKey } from "~/web/i18n";
import type { DecisionAnswer } from "./decision-answer";

/** What the last decision brought, on top of the page. `name` is the subject's, null when it is gone. */
export function DecisionOutcome(props: { answer: DecisionAnswer | null; name: string | null }) {
  const t = useT();
  const mark = useMark();
  const { answer } = props;
  if (!answer) return null;
  const name = props.name === null ? null : mark(props.name, "vi");
  if (answer.problem !== undefined) {
    return (
      <Refusal title={t("department.problemTitle")}>
        <p>
          {name === null ? null : <strong>{name}: </strong>}
          {errorText(t, answer.problem)}
        </p>
      </Refusal>
    );
  }
  const key =
    answer.done === "repeat"
      ? "department.done_repeat"
      : `department.done_${answer.subject}_${answer.done}`;
  if (name === null || !isMessageKey(key)) return null;
  return (
    <Notice tone={answer.done === "repeat" ? "plain" : "good"}>
      <p>{t(key, { name })}</p>
    </Notice>
  );
}
