import type { FreeDemand, Harvest } from "~/domain/supply/types";
import { formatPhone } from "~/domain/identity/phone";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ClosedDays } from "./match-list";
import { useKilograms, useSupplyDays } from "./supply-words";

/** The harvests of a kind: whose, when, how much, and how much of it nobody takes yet. */
export function HarvestList({ harvests }: { harvests: readonly Harvest[] }) {
  const t = useT();
  const mark = useMark();
  return (
    <section className="mt-6" aria-labelledby="harvests">
      <h2 id="harvests" className="text-xl">
        {t("supply.harvestsTitle")}
      </h2>
      {harvests.length === 0 ? <p className="mt-2">{t("supply.harvestsNone")}</p> : null}
      <ul className="mt-2 border-t border-line">
        {harvests.map(({ household, ...one }) => (
          <li key={one.id} className="border-b border-line py-3">
            <p className="font-semibold wrap-anywhere">
              {mark(household.name, "vi")}, {mark(household.commune, "vi")}
            </p>
            <p>
              <a
                className="num inline-flex min-h-12 items-center underline"
                href={`tel:${household.phone}`}
              >
                {formatPhone(household.phone)}
              </a>
            </p>
            <ClosedDays household={household} />
            <SideFacts one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who would take it. */
export function WantedList(props: { demands: readonly FreeDemand[]; produceName: string }) {
  const t = useT();
  const mark = useMark();
  const { demands, produceName } = props;
  return (
    <section className="mt-6" aria-labelledby="wanted">
      <h2 id="wanted" className="text-xl">
        {t("supply.demandsTitle")}
      </h2>
      {demands.length === 0 ? <p className="mt-2">{t("supply.wantedNone")}</p> : null}
      <ul className="mt-2 border-t border-line">
        {demands.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <p className="font-semibold wrap-anywhere">
              {mark([one.buyerName, one.contact].filter(Boolean).join(", "), "vi")}
            </p>
            <SideFacts one={one} />
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a className="button button-quiet" href={paths.demands({ produce: produceName })}>
          {t("supply.demandTitle")}
        </a>
      </p>
    </section>
  );
}

function SideFacts({ one }: { one: Omit<Harvest, "household"> | FreeDemand }) {
  const t = useT();
  const mark = useMark();
  const kilograms = useKilograms();
  const daysOf = useSupplyDays();
  return (
    <>
      <p className="num">
        {t("supply.free", { all: kilograms(one.quantityKg), free: kilograms(one.freeKg) })}
      </p>
      <p className="num text-soft">{daysOf(one)}</p>
      {one.note === "" ? null : <p className="text-soft wrap-anywhere">{mark(one.note, "vi")}</p>}
    </>
  );
}
