import type { Delegation } from "~/domain/households/types-delegations";
import { formatPhone } from "~/domain/identity/phone";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { LocalDay, LocalTime } from "~/ui/primitives/local-time";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Who may do what for whom, until when, and how it began and ended. */
export function DelegationFacts({ delegation }: { delegation: Delegation }) {
  const t = useT();
  const mark = useMark();
  const { powers, way, signedOn, askedAt, until, endedAt, endedBy, endReason } = delegation;
  return (
    <FactList>
      <FactRow term={t("helpers.factAgent")}>
        {delegation.agentName === "" ? (
          t("helpers.agentGone")
        ) : (
          <>
            {mark(delegation.agentName, "vi")} ·{" "}
            <a
              className="num inline-flex min-h-12 items-center underline"
              href={`tel:${delegation.agentPhone}`}
            >
              {formatPhone(delegation.agentPhone)}
            </a>
          </>
        )}
      </FactRow>
      <FactRow term={t("helpers.factPowers")}>
        <ul>
          {powers.map((power) => (
            <li key={power}>{t(`helpers.power_${power}`)}</li>
          ))}
        </ul>
      </FactRow>
      <FactRow term={t("helpers.factWay")}>
        {delegation.isSample ? t("helpers.sample") : t(`helpers.way_${way}`)}
      </FactRow>
      {signedOn === null ? null : (
        <FactRow term={t("helpers.factSigned")}>
          <LocalDay date={signedOn} />
        </FactRow>
      )}
      <FactRow term={t("helpers.factAsked")}>
        <LocalTime instant={askedAt} />
      </FactRow>
      <FactRow term={t(until === null ? "helpers.factFor" : "helpers.factUntil")}>
        {until === null ? t(`helpers.consentDays_${delegation.days}`) : <LocalDay date={until} />}
      </FactRow>
      {endedAt === null || endedBy === null ? null : (
        <FactRow term={t("helpers.factEnded")}>
          <LocalTime instant={endedAt} /> · {t(`helpers.endedBy_${endedBy}`)}
        </FactRow>
      )}
      {endReason === null ? null : (
        <FactRow term={t("helpers.factReason")}>{mark(endReason, "vi")}</FactRow>
      )}
    </FactList>
  );
}
