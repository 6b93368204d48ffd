import type { ReactNode } from "react";
import type { PublicHousehold } from "~/domain/households/types-public";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { SampleMark } from "./product-facts";
import { ProductPhoto } from "./product-picture";

/** Who sells, in their own words and with their picture; beside it what there is to know. */
export function HouseholdHead(props: { household: PublicHousehold; children: ReactNode }) {
  const t = useT();
  const mark = useMark();
  const { household } = props;
  return (
    <header className="grid gap-x-12 gap-y-6 lg:grid-cols-[3fr_2fr]">
      <div>
        <p className="text-soft">{t(`catalog.householdKind_${household.kind}`)}</p>
        <h1 className="mt-1 text-3xl md:text-4xl">
          {household.name}
          {household.isSample ? <SampleMark /> : null}
        </h1>
        {household.photo ? (
          <div className="mt-4 max-w-xl">
            <ProductPhoto
              photo={household.photo}
              alt={t("catalog.householdPhoto", { name: household.name })}
              sizes="(min-width: 768px) 36rem, 100vw"
              isFirst
            />
          </div>
        ) : null}
        {household.story ? (
          <p className="mt-4 max-w-prose text-lg whitespace-pre-line">
            {mark(household.story, household.storyLanguage)}
          </p>
        ) : null}
      </div>
      {props.children}
    </header>
  );
}
