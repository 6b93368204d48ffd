import type { CertificateEntry, CodePlace } from "~/domain/certificates/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { CertificateFacts } from "./certificate-facts";
import { CertificateMark } from "./certificate-mark";
import { CertificateOutcome } from "./certificate-outcome";
import { CertificateStars } from "./certificate-stars";
import { CertificateReason } from "./certificate-reason";
import { CertificateSteps, EvidenceLinks } from "./certificate-steps";
import { CertificateDecision } from "./decision-form";

/** One certificate for the officer who decides about it: what it states beside its evidence, then the decision. */
export function OfficerCertificate(props: {
  one: CertificateEntry;
  place: CodePlace | null;
  sameCodeCount: number;
  done: string | null;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { one } = props;
  return (
    <>
      <BackLink href={paths.departmentCertificates()} text={t("certificates.deskBack")} />
      <p className="text-soft">
        {mark(one.household.name, "vi")}, {mark(one.household.communeName, "vi")}
      </p>
      <h1 className="text-3xl wrap-anywhere">
        {t("certificates.numbered", { number: mark(one.decisionNumber, "vi") })}
        {one.isSample ? <SampleMark /> : null}
      </h1>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <CertificateStars one={one} />
        <CertificateMark one={one} />
      </p>
      <CertificateReason one={one} />
      <CertificateOutcome done={props.done} problem={null} />
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <section aria-labelledby="certificate-facts">
          <h2 id="certificate-facts" className="text-xl">
            {t("certificates.facts")}
          </h2>
          <CertificateFacts one={one} place={props.place} sameCodeCount={props.sameCodeCount} />
        </section>
        <Evidence one={one} />
      </div>
      {one.status === "sent" ? (
        <CertificateDecision
          action={paths.departmentCertificate(one.id)}
          seen={one.steps[0]?.id ?? "none"}
          reply={props.reply}
        />
      ) : null}
      {one.status === "confirmed" ? (
        <p className="mt-6">
          <a className="button button-danger" href={paths.certificateRevocation(one.id)}>
            {t("certificates.revoke")}
          </a>
        </p>
      ) : null}
      <CertificateSteps steps={one.steps} hrefOf={paths.departmentCertificateEvidence} />
    </>
  );
}

/** What was sent last: photos are shown while it waits, so that they are held against the facts; each look is noted. */
function Evidence({ one }: { one: CertificateEntry }) {
  const t = useT();
  const sent = one.steps.find(({ step }) => step === "sent");
  const isShown = one.status === "sent";
  return (
    <section aria-labelledby="certificate-evidence">
      <h2 id="certificate-evidence" className="text-xl">
        {t("certificates.evidence")}
      </h2>
      {sent === undefined || sent.fileTypes.length === 0 ? (
        <p className="mt-3 text-soft">{t("certificates.evidenceNone")}</p>
      ) : (
        <>
          <p className="mt-1 text-sm text-soft">{t("certificates.evidenceLogged")}</p>
          {isShown ? (
            <ul className="mt-3 grid gap-3">
              {sent.fileTypes.map((type, i) =>
                type === "jpg" ? (
                  <li key={`${sent.id} ${i}`}>
                    <img
                      src={paths.departmentCertificateEvidence(sent.id, i + 1)}
                      alt={t("certificates.photoAlt", { number: i + 1 })}
                      className="w-full rounded border border-line"
                    />
                  </li>
                ) : null,
              )}
            </ul>
          ) : null}
          <EvidenceLinks step={sent} hrefOf={paths.departmentCertificateEvidence} />
        </>
      )}
    </section>
  );
}
