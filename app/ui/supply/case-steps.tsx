import type { CaseStepLine } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { NewMark } from "./case-news";

/** What was done about a kind, the latest first: who, when, what. */
export function CaseSteps(props: {
  steps: readonly CaseStepLine[];
  isNew: (done: { at: number; byId: string }) => boolean;
}) {
  const { steps, isNew } = props;
  const t = useT();
  const mark = useMark();
  return (
    <section className="mt-6" aria-labelledby="steps">
      <h2 id="steps" className="text-xl">
        {t("supply.stepsTitle")}
      </h2>
      <ol className="mt-2 border-t border-line">
        {steps.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            {one.step === "noted" ? null : (
              <p className="font-medium">
                {t(`supply.step_${one.step}`, { name: one.handlerName ?? "" })}
              </p>
            )}
            {one.words === "" ? null : <p className="wrap-anywhere">{mark(one.words, "vi")}</p>}
            <p className="text-sm text-soft">
              <LocalTime instant={one.occurredAt} /> · {one.actorName}
              {isNew({ at: one.occurredAt, byId: one.actorId }) ? <NewMark /> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
