import type { HouseholdTerms } from "~/domain/joining/types-terms";
import { formatDate } from "~/platform/period";
import { useDesk } from "~/ui/households/use-desk";
import { useBilingual } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Told = Pick<HouseholdTerms, "asked" | "announced">;

/** On the desk of a household: terms that are asked for, or that are to come. */
export function TermsNotice({ asked, announced }: Told) {
  const t = useT();
  const inBoth = useBilingual();
  const { query } = useDesk();
  const version = asked ?? announced;
  if (version === null) return null;
  const { number, changeVi, changeEn } = version;
  const date = formatDate(version.effectiveOn);
  return (
    <Notice
      tone={asked ? "attention" : "plain"}
      title={asked ? t("terms.askedTitle") : t("terms.announcedTitle", { date })}
    >
      <p>
        {asked
          ? t("terms.askedText", { number, date })
          : t("terms.announcedText", { change: inBoth(changeVi, changeEn) })}
      </p>
      <p>
        <a
          className="inline-flex min-h-12 items-center underline"
          href={paths.householdTerms(query)}
        >
          {t("terms.open")}
        </a>
      </p>
    </Notice>
  );
}
