import type { RequestStepLine } from "~/domain/compliance/types";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";

/** What was done about a request, the latest first: who, when, what. */
export function RequestSteps({ steps }: { steps: readonly RequestStepLine[] }) {
  const t = useT();
  const mark = useMark();
  return (
    <section className="mt-6" aria-labelledby="steps">
      <h2 id="steps" className="text-xl">
        {t("compliance.stepsTitle")}
      </h2>
      <ol className="mt-2 border-t border-line">
        {steps.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <p className="font-medium">
              {t(`compliance.step_${one.step}`, { name: one.handlerName ?? "" })}
              {one.result === null ? null : <>: {t(`compliance.result_${one.result}`)}</>}
            </p>
            {one.words === "" ? null : (
              <p className="whitespace-pre-line wrap-anywhere">{mark(one.words, "vi")}</p>
            )}
            <p className="text-sm text-soft">
              <LocalTime instant={one.occurredAt} /> · {one.actorName}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
