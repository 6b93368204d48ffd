import type { Checklist } from "~/domain/joining/types";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Leads the officer to what is asked of a household; with its checklist it says how that stands. */
export function JoiningLink(props: {
  household: { slug: string; name: string };
  checklist: Checklist | null;
}) {
  const t = useT();
  const mark = useMark();
  const { household, checklist } = props;
  const name = t("joining.officerLinkNamed", { name: mark(household.name, "vi") });
  return (
    <p>
      <a
        className="inline-flex min-h-12 items-center underline"
        href={paths.householdJoining(household.slug)}
      >
        <span>
          {checklist === null
            ? name
            : t("joining.officerLink", { open: checklist.openCount, sent: checklist.sentCount })}
        </span>
      </a>
    </p>
  );
}
