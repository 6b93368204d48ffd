import type { ItemStep } from "~/domain/joining/types";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

type FileHref = (stepId: string, place: number) => string;

/** All that was done about an item, the newest first: who, when, why, and what was sent. */
export function ItemSteps({ steps, hrefOf }: { steps: readonly ItemStep[]; hrefOf: FileHref }) {
  const t = useT();
  return (
    <section aria-labelledby="joining-history">
      <h2 id="joining-history" className="mt-8 text-xl">
        {t("joining.history")}
      </h2>
      {steps.length === 0 ? <p className="mt-2 text-soft">{t("joining.historyNone")}</p> : null}
      <ol className="mt-2 border-t border-line">
        {steps.map((step) => (
          <Step key={step.id} step={step} hrefOf={hrefOf} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, hrefOf }: { step: ItemStep; hrefOf: FileHref }) {
  const t = useT();
  const mark = useMark();
  return (
    <li className="border-b border-line py-3">
      <p className="font-medium">
        {t(`joining.step_${step.step}`, { statement: mark(step.statement ?? "", "vi") })}
        {step.isSample ? <SampleMark /> : null}
      </p>
      {step.reason === null ? null : (
        <p className="whitespace-pre-line">
          {t("joining.stepReason", { reason: mark(step.reason) })}
        </p>
      )}
      <p className="text-sm text-soft">
        <LocalTime instant={step.occurredAt} />
        {step.actorName === null ? null : ` · ${step.actorName}`}
      </p>
      {step.erasedCount > 0 ? (
        <p className="text-sm text-soft">{t("joining.filesErased", { count: step.erasedCount })}</p>
      ) : null}
      {step.fileTypes.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-6">
          {step.fileTypes.map((type, i) => (
            <li key={`${step.id} ${i}`}>
              <a
                href={hrefOf(step.id, i + 1)}
                className="inline-flex min-h-12 items-center underline"
              >
                {t("joining.file", { number: i + 1, type: t(`joining.file_${type}`) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
