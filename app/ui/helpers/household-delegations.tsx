import type { Delegation } from "~/domain/households/types-delegations";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DelegationFacts } from "./delegation-facts";
import { DelegationMark } from "./delegation-mark";
import { EndForm } from "./end-form";

/** Whom a household trusts and trusted: who may act now stands open, with the button that ends it; the rest is folded. */
export function HouseholdDelegations({ delegations }: { delegations: readonly Delegation[] }) {
  const t = useT();
  if (delegations.length === 0) return <EmptyState title={t("helpers.householdEmpty")} />;
  return (
    <ul className="mt-4">
      {delegations.map((one) => (
        <li key={one.code} className="card mb-3 px-4 py-3">
          <OneDelegation delegation={one} />
        </li>
      ))}
    </ul>
  );
}

function OneDelegation({ delegation }: { delegation: Delegation }) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const { code, status, agentName } = delegation;
  const isLive = status === "given" || status === "asked";
  const name = (
    <>
      {mark(agentName, "vi")} <DelegationMark status={status} />
    </>
  );
  if (!isLive) {
    return (
      <details>
        <summary className="min-h-12 cursor-pointer content-center">{name}</summary>
        <DelegationFacts delegation={delegation} />
      </details>
    );
  }
  return (
    <>
      <h2 className="text-xl">{name}</h2>
      <DelegationFacts delegation={delegation} />
      <EndForm action={paths.helperEnd(code, query)} text={t("helpers.householdEnd")} />
    </>
  );
}
