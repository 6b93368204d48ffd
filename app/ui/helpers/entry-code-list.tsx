import type { ReactNode } from "react";
import type { EntryCode } from "~/domain/households/types-entry";
import { FactCard, FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";

type Props = {
  codes: readonly EntryCode[];
  /** What its reader may do about one that nobody has refused. */
  refusalOf: (code: EntryCode) => ReactNode;
};

/** What was handed to a household: by whom, how they knew whom it was for, and what became of it. */
export function EntryCodeList({ codes, refusalOf }: Props) {
  const t = useT();
  if (codes.length === 0) return <EmptyState title={t("entry.empty")} />;
  return (
    <ul className="mt-4">
      {codes.map((code) => (
        <li key={code.id}>
          <EntryCodeCard code={code}>
            {code.refusedAt === null ? refusalOf(code) : null}
          </EntryCodeCard>
        </li>
      ))}
    </ul>
  );
}

/** One of them; beneath it, what its reader may do. */
export function EntryCodeCard(props: { code: EntryCode; children?: ReactNode }) {
  return (
    <FactCard>
      <OneCode code={props.code} />
      {props.children}
    </FactCard>
  );
}

function OneCode({ code }: { code: EntryCode }) {
  const t = useT();
  const mark = useMark();
  const { makerName, recognisedBy, recognition, madeAt, usedAt, refusedAt, refuseReason } = code;
  return (
    <FactList>
      <FactRow term={t("entry.madeAt")}>
        <LocalTime instant={madeAt} />
      </FactRow>
      <FactRow term={t("entry.madeBy")}>
        {t(recognisedBy === null ? "entry.makerHelper" : "entry.makerOfficer", {
          name: mark(makerName, "vi"),
        })}
      </FactRow>
      {recognisedBy === null ? null : (
        <FactRow term={t("entry.recognisedHow")}>
          {t(`entry.recognised_${recognisedBy}`)}
          <span className="block">{mark(recognition ?? "", "vi")}</span>
        </FactRow>
      )}
      <FactRow term={t("entry.state")}>
        {usedAt === null ? (
          <UnusedState code={code} />
        ) : (
          <>
            {t("entry.stateUsed")} <LocalTime instant={usedAt} />
          </>
        )}
      </FactRow>
      {refusedAt === null ? null : (
        <FactRow term={t("entry.refused")}>
          <LocalTime instant={refusedAt} />
          {refuseReason === null ? null : <span className="block">{mark(refuseReason, "vi")}</span>}
        </FactRow>
      )}
    </FactList>
  );
}

function UnusedState({ code }: { code: EntryCode }) {
  const t = useT();
  if (!code.isOpen) return t("entry.stateOver");
  return (
    <>
      {t("entry.stateOpen")} <LocalTime instant={code.expiresAt} />
    </>
  );
}
