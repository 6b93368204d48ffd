import type {
  CaseStepLine,
  FreeDemand,
  Harvest,
  MarketDemand,
  Match,
  SupplyCase,
} from "~/domain/supply/types";
import { isNews } from "~/domain/supply/case-news";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { CaseNews } from "./case-news";
import { CloseCaseForm, HandOverForm, NoteForm } from "./case-step-forms";
import { CaseSteps } from "./case-steps";
import { MarketList } from "./market-list";
import { MatchForm } from "./match-form";
import { MatchList } from "./match-list";
import { HarvestList, WantedList } from "./side-lists";

type Desk = {
  harvests: readonly Harvest[];
  demands: readonly FreeDemand[];
  market: readonly MarketDemand[];
  matches: readonly Match[];
  steps: readonly CaseStepLine[];
  officers: readonly { id: string; fullName: string }[];
  matchId: string;
  /** When the page was made: what is done later is still news. */
  shownAt: number;
  /** One of each form. */
  stepIds: Record<"note" | "handOver" | "close", string>;
};

/** All that an officer works with who finds buyers for a kind of produce. */
export function CaseDesk(props: {
  found: SupplyCase;
  isMine: boolean;
  desk: Desk;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { found, isMine, desk, reply } = props;
  const hasNews = isMine && found.hasNews;
  const isNew = (done: { at: number; byId: string | null }) =>
    hasNews && found.seenAt !== null && isNews(found, done);
  const self = paths.supplyCase(found.id);
  const isOpen = found.closedAt === null;
  const replyTo = (intent: string) =>
    reply?.submission?.initialValue?.["intent"] === intent ? reply : undefined;
  const hasBoth = desk.harvests.length > 0 && desk.demands.length > 0;
  const isShown =
    reply === undefined ||
    replyTo("note") !== undefined ||
    (isOpen && replyTo("close") !== undefined) ||
    (isOpen && hasBoth && replyTo("match") !== undefined) ||
    (isOpen && desk.officers.length > 0 && replyTo("hand_over") !== undefined);
  return (
    <>
      {isShown ? null : <Refusal title={errorText(t, faultOf(reply), reply.failure?.detail)} />}
      {hasNews ? <CaseNews found={found} shownAt={desk.shownAt} /> : null}
      <HarvestList harvests={desk.harvests} />
      <WantedList demands={desk.demands} produceName={found.produceName} />
      <MarketList market={desk.market} />
      {isOpen && hasBoth ? (
        <MatchForm
          matchId={desk.matchId}
          action={self}
          harvests={desk.harvests}
          demands={desk.demands}
          reply={replyTo("match")}
        />
      ) : null}
      <MatchList matches={desk.matches} isNew={isNew} />
      <CaseSteps steps={desk.steps} isNew={isNew} />
      <NoteForm stepId={desk.stepIds.note} action={self} reply={replyTo("note")} />
      {isOpen ? <CaseEnding {...props} replyTo={replyTo} /> : null}
    </>
  );
}

/** Of a form that is not on the page any more. */
function faultOf({ failure, submission }: MutationReply): string {
  const [code] = Object.values(submission?.error ?? {}).flatMap((codes) => codes ?? []);
  return failure?.code ?? code ?? "form_outdated";
}

/** How a case leaves whoever has it: to another officer, or for good. */
function CaseEnding(props: {
  found: SupplyCase;
  desk: Desk;
  replyTo: (intent: string) => MutationReply | undefined;
}) {
  const t = useT();
  const { found, desk, replyTo } = props;
  const self = paths.supplyCase(found.id);
  return (
    <>
      {desk.officers.length > 0 ? (
        <section className="mt-8 border-t border-line pt-6" aria-labelledby="hand-over">
          <h2 id="hand-over" className="text-xl">
            {t("supply.handOver")}
          </h2>
          <HandOverForm
            stepId={desk.stepIds.handOver}
            action={self}
            officers={desk.officers}
            reply={replyTo("hand_over")}
          />
        </section>
      ) : null}
      <section className="mt-8 border-t border-line pt-6" aria-labelledby="close-case">
        <h2 id="close-case" className="text-xl">
          {t("supply.closeCase")}
        </h2>
        <CloseCaseForm
          stepId={desk.stepIds.close}
          action={self}
          soldKg={found.soldKg}
          openCount={desk.matches.filter(({ status }) => status === "open").length}
          reply={replyTo("close")}
        />
      </section>
    </>
  );
}
