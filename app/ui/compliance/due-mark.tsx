import { leftUntil } from "~/domain/compliance/clocks";
import { StatusMark } from "~/ui/households/icon";
import { useT } from "~/ui/site";

/** How long there is until something is due, or since when it is overdue: icon, words and colour. */
export function DueMark({ dueAt, shownAt }: { dueAt: number; shownAt: number }) {
  const t = useT();
  const { state, unit, count } = leftUntil(dueAt, shownAt);
  const span = t(`compliance.span_${unit}`, { count });
  if (state === "overdue") {
    return <StatusMark icon="alert" tone="persimmon" text={t("compliance.overdueBy", { span })} />;
  }
  const tone = state === "soon" ? "honey" : "quiet";
  return <StatusMark icon="clock" tone={tone} text={t("compliance.leftFor", { span })} />;
}

/** Whether it was answered within its term. */
export function InTimeMark({ answeredAt, answerBy }: { answeredAt: number; answerBy: number }) {
  const t = useT();
  return answeredAt <= answerBy ? (
    <StatusMark icon="check" tone="leaf" text={t("compliance.inTime")} />
  ) : (
    <StatusMark icon="alert" tone="persimmon" text={t("compliance.late")} />
  );
}
