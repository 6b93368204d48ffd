import type { PhoneChange } from "~/domain/households/types-phone-changes";
import { formatPhone } from "~/domain/identity/phone";
import { FactCard, FactList, FactRow } from "~/ui/department/fact-list";
import { CallDepartment } from "~/ui/households/call-department";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { formatInstant } from "~/platform/period";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Which numbers members of a household have changed; nothing where nobody has. */
export function PhoneChangeList({ changes }: { changes: readonly PhoneChange[] }) {
  const t = useT();
  const mark = useMark();
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="phone-changes">
      <h2 id="phone-changes" className="mt-8 text-2xl">
        {t("entry.phonesTitle")}
      </h2>
      <ul className="mt-4">
        {changes.map((change) => (
          <li key={change.id}>
            <FactCard>
              <FactList>
                <FactRow term={t("entry.phoneAt")}>
                  <LocalTime instant={change.changedAt} />
                </FactRow>
                <FactRow term={t("entry.phoneOf")}>{mark(change.memberName, "vi")}</FactRow>
                <FactRow term={t("entry.phoneBefore")}>
                  <OldPhone change={change} />
                </FactRow>
                <FactRow term={t("entry.phoneAfter")}>
                  <span className="num">•••• {change.newEnding}</span>
                </FactRow>
                {change.undoneAt === null ? null : (
                  <FactRow term={t("entry.phoneUndone")}>
                    <LocalTime instant={change.undoneAt} />
                  </FactRow>
                )}
              </FactList>
            </FactCard>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OldPhone({ change: { oldPhone, oldEnding } }: { change: PhoneChange }) {
  if (oldPhone === null) return <span className="num">•••• {oldEnding}</span>;
  return (
    <a
      className="num inline-flex min-h-12 items-center whitespace-nowrap underline"
      href={`tel:${oldPhone}`}
    >
      {formatPhone(oldPhone)}
    </a>
  );
}

/** Above all else: a member's number is another since lately. */
export function PhoneNews({ news }: { news: PhoneChange | null }) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  if (news === null) return null;
  const { memberName, newEnding, changedAt } = news;
  const values = {
    name: mark(memberName, "vi"),
    ending: newEnding,
    time: formatInstant(changedAt),
  };
  return (
    <Notice tone="plain" title={t("entry.newsPhone", values)}>
      <p>{t("entry.newsPhoneNotYou")}</p>
      <CallDepartment />
      <a className="inline-flex min-h-12 items-center underline" href={paths.entryCodes(query)}>
        {t("entry.newsPhoneLink")}
      </a>
    </Notice>
  );
}
