import type { AllocationView } from "~/domain/settlement/types-allocations";
import { MoveForm } from "~/ui/move-form";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { AllocationParts } from "./allocation-parts";

/** What one person said and a second has to agree to; the first may take it back. */
export function ProposalDecision(props: {
  lineId: string;
  proposal: AllocationView;
  isOwn: boolean;
}) {
  const t = useT();
  const { proposal, isOwn } = props;
  const move = {
    action: paths.bankLineDecision(props.lineId),
    reply: undefined,
    noteLabel: t("money.decisionNote"),
    isNoteOptional: true,
  };
  const shown = <input type="hidden" name="allocationId" value={proposal.id} />;
  return (
    <section className="mt-8" aria-labelledby="proposal">
      <h2 id="proposal" className="text-xl">
        {t("money.proposal")}
      </h2>
      <AllocationParts lineId={props.lineId} parts={proposal.parts} />
      <p className="mt-1">
        {proposal.proposedByName} · <LocalTime instant={proposal.proposedAt} />: {proposal.note}
      </p>
      {isOwn ? (
        <Notice tone="plain" title={t("money.proposalOwn")} />
      ) : (
        <MoveForm
          {...move}
          to="agree"
          tone="main"
          text={t("money.agreeText")}
          button={t("money.agree")}
        >
          {shown}
        </MoveForm>
      )}
      <MoveForm
        {...move}
        to="refuse"
        tone="danger"
        button={isOwn ? t("money.takeBack") : t("money.refuse")}
      >
        {shown}
      </MoveForm>
    </section>
  );
}
