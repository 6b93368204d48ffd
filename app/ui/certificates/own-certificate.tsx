import { isEditable } from "~/domain/certificates/certificate-status";
import type { CertificateEntry, CodePlace } from "~/domain/certificates/types";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { CertificateFacts } from "./certificate-facts";
import { CertificateMark } from "./certificate-mark";
import { CertificateOutcome } from "./certificate-outcome";
import { CertificateStars } from "./certificate-stars";
import { CertificateReason } from "./certificate-reason";
import { CertificateSteps } from "./certificate-steps";
import { CertificateEvidenceForm } from "./evidence-form";

/** One certificate on its household's desk: how it stands, what it says, what to do, what was done. */
export function OwnCertificatePage(props: {
  one: CertificateEntry;
  place: CodePlace | null;
  formId: string;
  done: string | null;
  problem: string | null;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const { one } = props;
  const mayEdit = isEditable(one.status);
  return (
    <>
      <BackLink href={paths.certificates(query)} text={t("certificates.back")} />
      <h1 className="text-3xl wrap-anywhere">
        {t("certificates.numbered", { number: mark(one.decisionNumber, "vi") })}
      </h1>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <CertificateStars one={one} />
        <CertificateMark one={one} />
      </p>
      <CertificateReason one={one} />
      <CertificateOutcome done={props.done} problem={props.problem} />
      {one.status === "sent" ? <Waiting certificateId={one.id} /> : null}
      <CertificateFacts one={one} place={props.place} sameCodeCount={0} />
      {mayEdit ? (
        <>
          <p className="mt-4">
            <a className="button button-quiet w-full" href={paths.certificateWords(one.id, query)}>
              {t("certificates.edit")}
            </a>
          </p>
          <CertificateEvidenceForm
            action={paths.certificate(one.id, query)}
            formId={props.formId}
            hasSent={one.steps.some(({ fileTypes }) => fileTypes.length > 0)}
            reply={props.reply}
          />
          <Removal certificateId={one.id} />
        </>
      ) : null}
      <CertificateSteps
        steps={one.steps}
        hrefOf={(stepId, place) => paths.certificateEvidence(stepId, place, query)}
      />
    </>
  );
}

function Waiting({ certificateId }: { certificateId: string }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <p className="mt-4">{t("certificates.waits")}</p>
      <form method="post" action={paths.certificateWithdrawal(certificateId, query)}>
        <button className="button button-quiet mt-3 w-full">{t("certificates.withdraw")}</button>
      </form>
    </>
  );
}

/** Asked for twice, because what is taken away does not come back. */
function Removal({ certificateId }: { certificateId: string }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <details className="mt-6">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">
        {t("certificates.remove")}
      </summary>
      <p className="max-w-prose">{t("certificates.removeText")}</p>
      <form method="post" action={paths.certificateRemoval(certificateId, query)}>
        <button className="button button-danger mt-3 w-full">{t("certificates.removeSure")}</button>
      </form>
    </details>
  );
}
