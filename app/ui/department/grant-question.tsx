import { formatPhone } from "~/domain/identity/phone";
import type { OfficerGrantView } from "~/domain/identity/types-officers";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { FactList, FactRow } from "./fact-list";

/** Whether a colleague may come in: what is asked, by whom, and what agreeing means. */
export function GrantQuestion(props: {
  grant: OfficerGrantView;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { grant, reply } = props;
  const facts = [
    { label: t("officers.grantWhat"), value: t(`officers.grantKind_${grant.kind}`) },
    { label: t("officers.name"), value: mark(grant.fullName ?? "", "vi") },
    { label: t("officers.phone"), value: formatPhone(grant.phone ?? "") },
    ...(grant.reason === "" ? [] : [{ label: t("officers.reason"), value: mark(grant.reason) }]),
    {
      label: t("officers.grantAsked"),
      value: t("officers.byAt", {
        name: mark(grant.askedBy?.fullName ?? t("officers.server")),
        time: formatInstant(grant.askedAt),
      }),
    },
  ];
  return (
    <>
      <h1 className="text-3xl">{t("officers.agreeTitle")}</h1>
      {reply?.failure ? (
        <Refusal title={errorText(t, reply.failure.code, reply.failure.detail)} />
      ) : null}
      <FactList>
        {facts.map(({ label, value }) => (
          <FactRow key={label} term={label}>
            {value}
          </FactRow>
        ))}
      </FactList>
      {grant.state === "asked" ? <Answer grant={grant} /> : null}
      {grant.state === "asked" || reply ? null : (
        <p className="mt-4 font-semibold">{errorText(t, "officer_grant_over")}</p>
      )}
    </>
  );
}

function Answer({ grant }: { grant: OfficerGrantView }) {
  const t = useT();
  return (
    <>
      <p className="mt-4">{t(`officers.agreeLead_${grant.kind}`)}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <form method="post" action={paths.officerAgreement(grant.id)}>
          <button className="button button-main">{t("officers.agree")}</button>
        </form>
        <form method="post" action={paths.officerGrantEnding(grant.id)}>
          <button className="button button-danger">{t("officers.refuse")}</button>
        </form>
      </div>
    </>
  );
}
