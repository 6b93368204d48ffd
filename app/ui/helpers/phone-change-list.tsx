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

type Props = {
  changes: readonly PhoneChange[];
  /** Where an officer gives the number before back; a household calls one. */
  undoOf?: (change: PhoneChange) => string;
};

/** Which numbers members of a household have changed; nothing where nobody has. */
export function PhoneChangeList({ changes, undoOf }: Props) {
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
            <PhoneChangeCard change={change} />
            {undoOf && mayUndo(change) ? (
              <a className="inline-flex min-h-12 items-center underline" href={undoOf(change)}>
                <span>{t("entry.undoLink", { name: mark(change.memberName, "vi") })}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const mayUndo = ({ oldPhone, undoneAt }: PhoneChange) => oldPhone !== null && undoneAt === null;

/** One of them, with whole numbers where these are known. */
export function PhoneChangeCard({ change }: { change: PhoneChange }) {
  const t = useT();
  const mark = useMark();
  return (
    <FactCard>
      <FactList>
        <FactRow term={t("entry.phoneAt")}>
          <LocalTime instant={change.changedAt} />
        </FactRow>
        <FactRow term={t("entry.phoneOf")}>{mark(change.memberName, "vi")}</FactRow>
        <FactRow term={t("entry.phoneBefore")}>
          <Phone whole={change.oldPhone} ending={change.oldEnding} />
        </FactRow>
        <FactRow term={t("entry.phoneAfter")}>
          <Phone whole={change.newPhone} ending={change.newEnding} />
        </FactRow>
        {change.undoneAt === null ? null : (
          <FactRow term={t("entry.phoneUndone")}>
            <LocalTime instant={change.undoneAt} />
          </FactRow>
        )}
      </FactList>
    </FactCard>
  );
}

function Phone({ whole, ending }: { whole: string | null; ending: string }) {
  if (whole === null) return <span className="num">•••• {ending}</span>;
  return (
    <a
      className="num inline-flex min-h-12 items-center whitespace-nowrap underline"
      href={`tel:${whole}`}
    >
      {formatPhone(whole)}
    </a>
  );
}

/** Above all else: a member's number is another since lately. */
export function PhoneNews({ news }: { news: PhoneChange | null }) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  if (news === null) return null;
  const { memberName, oldEnding, newEnding, changedAt, undoneAt } = news;
  const name = mark(memberName, "vi");
  const title =
    undoneAt === null
      ? t("entry.newsPhone", { name, ending: newEnding, time: formatInstant(changedAt) })
      : t("entry.newsUndone", { name, ending: oldEnding, time: formatInstant(undoneAt) });
  return (
    <Notice tone="plain" title={title}>
      <p>{t("entry.newsPhoneNotYou")}</p>
      <CallDepartment />
      <a className="inline-flex min-h-12 items-center underline" href={paths.entryCodes(query)}>
        {t("entry.newsPhoneLink")}
      </a>
    </Notice>
  );
}
