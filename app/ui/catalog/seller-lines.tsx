import type { SellerLine } from "~/domain/catalog/types-places";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { SampleMark } from "./product-facts";

/** Who sells from here, each with the beginning of its story. */
export function SellerLines(props: { households: readonly SellerLine[]; total: number }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  if (props.households.length === 0) return null;
  const more = props.total - props.households.length;
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-2xl">{t("places.sellers")}</h2>
      <ul className="mt-2 grid gap-x-12 md:grid-cols-2">
        {props.households.map((household) => (
          <li key={household.slug} className="border-b border-line py-4">
            <h3 className="text-lg">
              <a href={paths.household(language, household.slug)}>{household.name}</a>
              {household.isSample ? <SampleMark /> : null}
            </h3>
            <p className="text-sm text-soft">{t(`catalog.householdKind_${household.kind}`)}</p>
            {household.excerpt === "" ? null : (
              <p className="mt-1">{mark(household.excerpt, household.excerptLanguage)}</p>
            )}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="mt-4 text-soft">{t("places.moreSellers", { count: more })}</p>
      ) : null}
    </section>
  );
}
