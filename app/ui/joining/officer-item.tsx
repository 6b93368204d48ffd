import type { ChecklistEntry } from "~/domain/joining/types";
import { BackLink } from "~/ui/households/back-link";
import { useBilingual, useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { ItemDecision } from "./decision-form";
import { ItemMark } from "./item-mark";
import { ItemReason } from "./item-reason";
import { ItemSteps } from "./item-steps";
import { KnownFact } from "./known-fact";

/** One item of a household for the officer who decides about it, what was sent above the decision. */
export function OfficerItem(props: {
  household: { slug: string; name: string };
  entry: ChecklistEntry;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const inBoth = useBilingual();
  const { household, entry } = props;
  const { item, steps } = entry;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.householdJoining(household.slug)} text={t("joining.backToHousehold")} />
      <p className="text-soft">{mark(household.name, "vi")}</p>
      <h1 className="text-3xl">{inBoth(item.titleVi, item.titleEn)}</h1>
      <p className="mt-3">
        <ItemMark item={item} />
      </p>
      <ItemReason item={item} />
      {item.hintVi === "" ? null : (
        <p className="mt-3 max-w-prose text-soft">{inBoth(item.hintVi, item.hintEn)}</p>
      )}
      <KnownFact item={item} />
      <ItemSteps steps={steps} hrefOf={paths.departmentEvidence} />
      <ItemDecision
        action={paths.householdJoiningItem(household.slug, item.id)}
        entry={entry}
        reply={props.reply}
      />
    </div>
  );
}
