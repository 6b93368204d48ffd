import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { UnfinishedDecision } from "./decision-answer";
import { ReasonForm } from "./decision-form";

/** One decision that needs a reason, on a page of its own: where a reason with a fault comes back. */
export function DecisionPage(props: {
  decision: UnfinishedDecision["decision"];
  name: string;
  /** Where the form goes. */
  action: string;
  /** The list that it was taken from. */
  back: string;
  typed: UnfinishedDecision | null;
}) {
  const t = useT();
  const mark = useMark();
  const { decision, name, typed } = props;
  const title = t(`department.${decision}Named`, { name: mark(name, "vi") });
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={props.back} text={t("department.backToList")} />
      <h1 className="text-3xl">{title}</h1>
      {typed ? (
        <Refusal title={t("common.formHasErrors")}>
          <a href="#decision-reason" className="text-persimmon">
            {errorText(t, typed.problem)}
          </a>
        </Refusal>
      ) : null}
      <div className="mt-6">
        <ReasonForm
          id="decision"
          action={props.action}
          decision={decision}
          text={t(`department.${decision}`)}
          label={title}
          hint={t("department.reasonHint")}
          typed={typed}
        />
      </div>
    </div>
  );
}
