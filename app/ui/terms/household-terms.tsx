import type { HouseholdTerms, TermsVersion } from "~/domain/joining/types-terms";
import { useDesk } from "~/ui/households/use-desk";
import { SampleMark } from "~/ui/catalog/product-facts";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { TermsText } from "./terms-text";

/** What a household is asked to agree to, or is told of, and what it has agreed to. */
export function HouseholdTermsView({ terms }: { terms: HouseholdTerms }) {
  const t = useT();
  const { asked, announced, accepted } = terms;
  return (
    <>
      {asked === null ? <p className="mt-3 font-semibold">{t("terms.nothingAsked")}</p> : null}
      {asked === null ? null : <Open version={asked} standing="in_force" />}
      {announced === null ? null : <Open version={announced} standing="to_come" />}
      <h2 className="mt-10 text-xl">{t("terms.acceptedTitle")}</h2>
      {accepted.length === 0 ? <p className="mt-2 text-soft">{t("terms.acceptedNone")}</p> : null}
      <ul className="mt-2 border-t border-line">
        {accepted.map((yes) => (
          <Accepted key={yes.number} yes={yes} />
        ))}
      </ul>
    </>
  );
}

function Open(props: { version: TermsVersion; standing: "in_force" | "to_come" }) {
  const t = useT();
  const { query, may } = useDesk();
  const { number } = props.version;
  return (
    <section className="card mt-6 px-5 py-4">
      <TermsText {...props} />
      {may("household.declare") ? (
        <form method="post" action={paths.termsAcceptance(query)} className="mt-6">
          <input type="hidden" name="number" value={number} />
          <button className="button button-main w-full">{t("terms.accept", { number })}</button>
        </form>
      ) : (
        <p className="mt-6 font-medium">{t("terms.householdOnly")}</p>
      )}
    </section>
  );
}

function Accepted({ yes }: { yes: HouseholdTerms["accepted"][number] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <li className="border-b border-line py-2">
      <a
        className="inline-flex min-h-12 items-center"
        href={paths.termsVersion(language, yes.number)}
      >
        {t("terms.versionTitle", { number: yes.number })}
      </a>
      {yes.isSample ? <SampleMark /> : null}
      <p className="text-sm text-soft">
        <LocalTime instant={yes.acceptedAt} />
        {yes.memberName === null ? null : ` · ${yes.memberName}`}
      </p>
    </li>
  );
}
