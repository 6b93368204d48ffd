import type { CertificateStepRow } from "~/domain/certificates/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

type FileHref = (stepId: string, place: number) => string;

/** All that was done about a certificate, the newest first: who, when, why, and what was sent. */
export function CertificateSteps(props: {
  steps: readonly CertificateStepRow[];
  hrefOf: FileHref;
}) {
  const t = useT();
  const { steps, hrefOf } = props;
  return (
    <section aria-labelledby="certificate-history">
      <h2 id="certificate-history" className="mt-8 text-xl">
        {t("certificates.history")}
      </h2>
      {steps.length === 0 ? (
        <p className="mt-2 text-soft">{t("certificates.historyNone")}</p>
      ) : null}
      <ol className="mt-2 border-t border-line">
        {steps.map((step) => (
          <Step key={step.id} step={step} hrefOf={hrefOf} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, hrefOf }: { step: CertificateStepRow; hrefOf: FileHref }) {
  const t = useT();
  const mark = useMark();
  return (
    <li className="border-b border-line py-3">
      <p className="font-medium">
        {t(`certificates.step_${step.step}`)}
        {step.isSample ? <SampleMark /> : null}
      </p>
      {step.grade === null ? null : (
        <p>{t("certificates.stepGrade", { grade: t(`certificates.grade_${step.grade}`) })}</p>
      )}
      {step.ground === null ? null : (
        <p>{t("certificates.stepGround", { ground: t(`certificates.ground_${step.ground}`) })}</p>
      )}
      {step.reason === null ? null : (
        <p className="whitespace-pre-line">
          {t("certificates.stepReason", { reason: mark(step.reason) })}
        </p>
      )}
      <p className="text-sm text-soft">
        <LocalTime instant={step.occurredAt} />
        {step.actorName === null ? null : ` · ${step.actorName}`}
      </p>
      <EvidenceLinks step={step} hrefOf={hrefOf} />
    </li>
  );
}

/** The files of a sending, each to be opened by itself. */
export function EvidenceLinks(props: {
  step: Pick<CertificateStepRow, "id" | "fileTypes">;
  hrefOf: FileHref;
}) {
  const t = useT();
  const { id, fileTypes } = props.step;
  if (fileTypes.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-6">
      {fileTypes.map((type, i) => (
        <li key={`${id} ${i}`}>
          <a href={props.hrefOf(id, i + 1)} className="inline-flex min-h-12 items-center underline">
            {t("certificates.file", { number: i + 1, type: t(`certificates.file_${type}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
