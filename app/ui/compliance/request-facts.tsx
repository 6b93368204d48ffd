import type { ComplianceRequest } from "~/domain/compliance/types";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { AboutText } from "./about-text";
import { DueMark, InTimeMark } from "./due-mark";

/** What was asked, by whom and when, and how both clocks stand. */
export function RequestFacts({ found, shownAt }: { found: ComplianceRequest; shownAt: number }) {
  const t = useT();
  const mark = useMark();
  return (
    <FactList>
      <FactRow term={t("compliance.fromWhom")}>
        <span className="wrap-anywhere">{mark(found.fromWhom, "vi")}</span>
      </FactRow>
      <FactRow term={t("compliance.way")}>
        {t(`compliance.way_${found.way}`)}
        {found.paperNumber === "" ? null : <> · {mark(found.paperNumber, "vi")}</>}
      </FactRow>
      <FactRow term={t("compliance.columnReceived")}>
        <LocalTime instant={found.receivedAt} />
      </FactRow>
      <FactRow term={t("compliance.asked")}>
        <span className="whitespace-pre-line wrap-anywhere">{mark(found.asked, "vi")}</span>
      </FactRow>
      <FactRow term={t("compliance.aboutKind")}>
        {found.about === null ? t("compliance.aboutNothing") : <AboutText of={found.about} />}
      </FactRow>
      <Acknowledgement found={found} shownAt={shownAt} />
      <Answer found={found} shownAt={shownAt} />
      <FactRow term={t("compliance.columnHandler")}>{found.handler.name}</FactRow>
    </FactList>
  );
}

type Props = { found: ComplianceRequest; shownAt: number };

function Acknowledgement({ found, shownAt }: Props) {
  const t = useT();
  const { acknowledgeBy, acknowledgedAt } = found;
  if (acknowledgeBy === null) return null;
  return (
    <FactRow term={t("compliance.acknowledgeBy")}>
      <LocalTime instant={acknowledgeBy} />{" "}
      {acknowledgedAt === null ? (
        <DueMark dueAt={acknowledgeBy} shownAt={shownAt} />
      ) : (
        <InTimeMark answeredAt={acknowledgedAt} answerBy={acknowledgeBy} />
      )}
    </FactRow>
  );
}

function Answer({ found, shownAt }: Props) {
  const t = useT();
  const { answerBy, answeredAt, paperDueAt, result } = found;
  return (
    <>
      <FactRow term={t("compliance.answerBy")}>
        {answerBy === null ? t("compliance.noClock") : <LocalTime instant={answerBy} />}{" "}
        {answerBy !== null && answeredAt === null ? (
          <DueMark dueAt={answerBy} shownAt={shownAt} />
        ) : null}
        {answerBy !== null && answerBy === paperDueAt ? (
          <span className="block text-soft">{t("compliance.byPaper")}</span>
        ) : null}
      </FactRow>
      {answeredAt === null || result === null ? null : (
        <FactRow term={t("compliance.answered")}>
          <strong>{t(`compliance.result_${result}`)}</strong> · <LocalTime instant={answeredAt} />{" "}
          {answerBy === null ? null : <InTimeMark answeredAt={answeredAt} answerBy={answerBy} />}
        </FactRow>
      )}
    </>
  );
}
