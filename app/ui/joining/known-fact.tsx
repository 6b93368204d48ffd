import { awaitsHousehold } from "~/domain/joining/joining-state";
import type { ChecklistItem } from "~/domain/joining/types";
import { useT } from "~/ui/site";
import { useFactWay } from "./fact-way";

/** That the software knows it; `KnownOtherwise` says how it comes to know. */
export function KnownFact({ item: { fact, isKnown } }: { item: ChecklistItem }) {
  const t = useT();
  if (fact === null || !isKnown) return null;
  return <p className="mt-3">{t("joining.known", { fact: t(`joining.fact_${fact}`) })}</p>;
}

/** For its household: what makes evidence unnecessary. */
export function KnownOtherwise({ item }: { item: ChecklistItem }) {
  const t = useT();
  const wayOf = useFactWay();
  const { kind, fact } = item;
  if (kind !== "verified" || fact === null || !awaitsHousehold(item)) return null;
  const { text, href } = wayOf(fact);
  if (href === null) return null;
  return (
    <p className="mt-3">
      {t("joining.knownOtherwise")}{" "}
      <a className="inline-flex min-h-12 items-center" href={href}>
        {text}
      </a>
    </p>
  );
}
