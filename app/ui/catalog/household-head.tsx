import type { PublicHousehold } from "~/domain/households/types-public";
import { formatPhone } from "~/domain/identity/phone";
import { useT } from "~/ui/site";
import { Fact, SampleMark } from "./product-facts";

/** Who sells, in their own words, and how to reach them. */
export function HouseholdHead({ household }: { household: PublicHousehold }) {
  const t = useT();
  return (
    <header className="grid gap-x-12 gap-y-6 md:grid-cols-[3fr_2fr]">
      <div>
        <p className="text-soft">{t(`catalog.householdKind_${household.kind}`)}</p>
        <h1 className="mt-1 text-3xl md:text-4xl">
          {household.name}
          {household.isSample ? <SampleMark /> : null}
        </h1>
        {household.story ? (
          <p className="mt-4 max-w-prose text-lg whitespace-pre-line">{household.story}</p>
        ) : null}
      </div>
      <dl className="facts">
        <Fact term={t("catalog.place")}>
          {`${household.communeName}, ${household.provinceName}`}
        </Fact>
        <Fact term={t("catalog.contact")}>{household.contactName}</Fact>
        <Fact term={t("catalog.sellerPhone")}>
          <a href={`tel:${household.phone}`}>{formatPhone(household.phone)}</a>
        </Fact>
      </dl>
    </header>
  );
}
