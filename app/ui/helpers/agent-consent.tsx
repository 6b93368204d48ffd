import type { Delegation, HelpedActs as Acts } from "~/domain/households/types-delegations";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import type { CodeState } from "./code-state";
import { ConsentDigits } from "./consent-digits";
import { DelegationFacts } from "./delegation-facts";
import { DelegationMark } from "./delegation-mark";
import { EndForm } from "./end-form";
import { HelpedActs } from "./helped-acts";

type Props = {
  delegation: Delegation;
  codeState: CodeState;
  demoDigits: string | null;
  demoLink: string | null;
  /** Where the household is asked anew. */
  renewal: string;
  helped: Acts;
  done: string | null;
  problem: string | null;
  reply: MutationReply | undefined;
};

/** A question to a household as its agent sees it, with what to do next. */
export function AgentConsent(props: Props) {
  const t = useT();
  const mark = useMark();
  const { delegation, helped, demoLink, done, problem, reply } = props;
  const hrefOf = (page: number) => paths.agentConsent(delegation.code, { page });
  return (
    <>
      <BackLink href={paths.agentDesk()} text={t("households.agentTitle")} />
      <h1 className="text-3xl">{mark(delegation.householdName, "vi")}</h1>
      <p className="mt-2">
        <DelegationMark status={delegation.status} />
      </p>
      {problem !== null && !reply ? <Refusal title={errorText(t, problem)} /> : null}
      {done === "asked" && !reply ? <Notice tone="good" title={t("helpers.consentMade")} /> : null}
      {done === "again" && !reply ? <Notice tone="good" title={t("helpers.resendDone")} /> : null}
      <NextStep {...props} />
      {demoLink === null ? null : (
        <Notice tone="plain" title={t("helpers.demoLink")}>
          <a className="inline-flex min-h-12 items-center wrap-anywhere" href={demoLink}>
            {demoLink}
          </a>
        </Notice>
      )}
      <DelegationFacts delegation={delegation} />
      <LastButtons {...props} />
      <HelpedActs helped={helped} hrefOf={hrefOf} />
    </>
  );
}

function NextStep({ delegation, codeState, demoDigits, renewal, reply }: Props) {
  const t = useT();
  const { code, status, way, householdSlug } = delegation;
  if (status === "given") {
    return (
      <form method="post" action={paths.acting()} className="mt-4">
        <input type="hidden" name="household" value={householdSlug} />
        <button className="button button-main w-full">{t("helpers.agentWork")}</button>
      </form>
    );
  }
  if (status !== "asked") return null;
  if (way === "sheet") return <p className="mt-4 text-lg">{t("helpers.agentAskedSheet")}</p>;
  if (codeState === "tried_out") {
    return (
      <Refusal title={t("helpers.codeTriedOut")}>
        <a className="button button-quiet mt-3 w-full" href={renewal}>
          {t("helpers.agentRenew")}
        </a>
      </Refusal>
    );
  }
  const answering = { isOpen: codeState === "open", demoDigits, reply };
  return (
    <>
      {codeState === "late" ? <Refusal title={t("helpers.codeLate")} /> : null}
      {codeState === "refused" ? <Refusal title={t("helpers.codeNotDelivered")} /> : null}
      <ConsentDigits action={paths.agentConsent(code)} {...answering} />
    </>
  );
}

function LastButtons({ delegation: { code, status }, renewal }: Props) {
  const t = useT();
  const isOver = status !== "asked" && status !== "given";
  return (
    <>
      {status === "asked" ? null : (
        <p className="mt-6">
          <a className="button button-quiet w-full" href={renewal}>
            {t("helpers.agentRenew")}
          </a>
        </p>
      )}
      {isOver ? null : (
        <EndForm
          action={paths.agentConsentEnd(code)}
          text={t(status === "given" ? "helpers.endAgent" : "helpers.endAsked")}
        />
      )}
    </>
  );
}
