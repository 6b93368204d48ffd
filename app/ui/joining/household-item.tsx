import { awaitsHousehold, mayStep } from "~/domain/joining/joining-state";
import type { ChecklistEntry } from "~/domain/joining/types";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useBilingual } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { EvidenceForm } from "./evidence-form";
import { ItemMark } from "./item-mark";
import { ItemReason } from "./item-reason";
import { ItemSteps } from "./item-steps";
import { JoiningOutcome } from "./joining-outcome";
import { KnownFact, KnownOtherwise } from "./known-fact";
import { StatementForm } from "./statement-form";

/** One item on its household's desk: how it stands, what to do, what was done. */
export function HouseholdItem(props: {
  entry: ChecklistEntry;
  formId: string;
  problem: string | null;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const inBoth = useBilingual();
  const { query } = useDesk();
  const { item, steps } = props.entry;
  const isStatement = item.kind === "attested";
  return (
    <>
      <BackLink href={paths.joining(query)} text={t("joining.title")} />
      <h1 className="text-3xl">{inBoth(item.titleVi, item.titleEn)}</h1>
      <p className="mt-3">
        <ItemMark item={item} />
      </p>
      <ItemReason item={item} />
      {item.hintVi === "" ? null : (
        <p className="mt-3 max-w-prose">{inBoth(item.hintVi, item.hintEn)}</p>
      )}
      <KnownFact item={item} />
      <KnownOtherwise item={item} />
      <JoiningOutcome done={null} problem={props.problem} />
      {isStatement && awaitsHousehold(item) ? (
        <StatementForm itemId={item.id} titleVi={item.titleVi} titleEn={item.titleEn} />
      ) : null}
      {mayStep("sent", item) ? (
        <EvidenceForm
          action={paths.joiningItem(item.id, query)}
          formId={props.formId}
          isErased={item.isErased}
          reply={props.reply}
        />
      ) : null}
      {item.state === "sent" ? <p className="mt-4">{t("joining.evidenceWaits")}</p> : null}
      <ItemSteps
        steps={steps}
        hrefOf={(stepId, place) => paths.joiningEvidence(stepId, place, query)}
      />
    </>
  );
}
