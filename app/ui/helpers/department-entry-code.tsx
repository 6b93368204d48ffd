import type { EntryCode } from "~/domain/households/types-entry";
import type { PhoneChange } from "~/domain/households/types-phone-changes";
import { formatPhone } from "~/domain/identity/phone";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { EntryCodeForm } from "./entry-code-form";
import { EntryCodeList } from "./entry-code-list";
import { EntryRefused, PhoneUndone } from "./entry-refused";
import { PhoneChangeList } from "./phone-change-list";
import { HandedDigits, type GivenDigits } from "./hand-code";

type Household = {
  slug: string;
  name: string;
  contactName: string;
  phone: string;
  communeName: string;
  addressLine: string;
};

type Props = {
  household: Household;
  /** Why no digits can be handed to it at all. */
  problem: string | null;
  codes: readonly EntryCode[];
  changes: readonly PhoneChange[];
  codeId: string;
  done: string | null;
  /** Of one that was refused just now. */
  account: string | null;
  /** Of a change that was undone just now, or by that refusal. */
  phone: string | null;
  given: GivenDigits | null;
  reply: MutationReply | undefined;
};

/** An officer before a household that lost its way in: what stands here of it, how they recognised it, and the digits. */
export function DepartmentEntryCode(props: Props) {
  const t = useT();
  const mark = useMark();
  const { household, problem, codes, changes, codeId, done, account, phone, given, reply } = props;
  const { slug, name } = household;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.departmentHouseholds()} text={t("department.householdsTitle")} />
      <h1 className="text-3xl">{t("entry.title")}</h1>
      <HouseholdFacts household={household} />
      {changes.some(({ oldPhone, undoneAt }) => oldPhone !== null && undoneAt === null) ? (
        <Notice tone="attention" title={t("entry.phoneFormer")}>
          <p>
            <a className="inline-flex min-h-12 items-center underline" href="#phone-changes">
              {t("entry.newsPhoneLink")}
            </a>
          </p>
        </Notice>
      ) : null}
      {reply || given ? null : <JustDone {...{ done, phone, account }} />}
      {given ? (
        <HandedDigits {...given} once={t("entry.once")} />
      ) : problem ? (
        <Notice tone="plain" title={errorText(t, problem)} />
      ) : (
        <>
          <p className="mt-4 max-w-prose">{t("entry.lead")}</p>
          <EntryCodeForm action={paths.giveEntryCode(slug)} codeId={codeId} reply={reply} />
        </>
      )}
      <h2 className="mt-8 text-2xl">{t("entry.handedTitle")}</h2>
      <EntryCodeList
        codes={codes}
        refusalOf={({ id }) => (
          <a
            className="inline-flex min-h-12 items-center underline"
            href={paths.departmentEntryRefusal(slug, id)}
          >
            <span>{t("entry.callLink", { name: mark(name, "vi") })}</span>
          </a>
        )}
      />
      <PhoneChangeList changes={changes} undoOf={({ id }) => paths.phoneUndo(slug, id)} />
    </div>
  );
}

function JustDone({ done, phone, account }: Pick<Props, "done" | "phone" | "account">) {
  if (done === "refused") return <EntryRefused phone={phone} account={account} />;
  return done === "undone" ? <PhoneUndone phone={phone} account={account} /> : null;
}

function HouseholdFacts({ household }: { household: Household }) {
  const t = useT();
  const mark = useMark();
  const { name, contactName, phone, addressLine, communeName } = household;
  return (
    <FactList>
      <FactRow term={t("entry.household")}>{mark(name, "vi")}</FactRow>
      <FactRow term={t("entry.contact")}>
        {mark(contactName, "vi")} ·{" "}
        <a className="num underline whitespace-nowrap" href={`tel:${phone}`}>
          {formatPhone(phone)}
        </a>
      </FactRow>
      <FactRow term={t("entry.address")}>{mark(`${addressLine}, ${communeName}`, "vi")}</FactRow>
    </FactList>
  );
}
