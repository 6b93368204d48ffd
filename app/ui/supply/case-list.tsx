import type { SupplyCase } from "~/domain/supply/types";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { NewMark } from "./case-news";
import { useKilograms, useSupplyDays } from "./supply-words";

/** Cases, open or ended: of what, who has it, and how much of it found a buyer; marked, which are the reader's. */
export function CaseList(props: { cases: readonly SupplyCase[]; readerId: string }) {
  const { cases, readerId } = props;
  const t = useT();
  const mark = useMark();
  const daysOf = useSupplyDays();
  return (
    <ul className="mt-2 border-t border-line">
      {cases.map((one) => (
        <li key={one.id} className="border-b border-line py-3">
          <a
            className="inline-flex min-h-12 items-center text-lg font-semibold underline wrap-anywhere"
            href={paths.supplyCase(one.id)}
          >
            {mark(one.produceName, "vi")}
          </a>
          {one.hasNews && one.handler.id === readerId ? <NewMark /> : null}
          <p className="num text-soft">{daysOf(one)}</p>
          <p className="num">
            <CaseKilograms found={one} />
          </p>
          <p className="text-soft">
            {one.outcome === null ? null : <strong>{t(`supply.outcome_${one.outcome}`)} · </strong>}
            <Handler of={one} readerId={readerId} />
            {one.closedAt === null ? null : (
              <>
                {" · "}
                <LocalTime instant={one.closedAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Who has a case, or had it; the reader is `you`. */
export function Handler({ of, readerId }: { of: SupplyCase; readerId: string }) {
  const t = useT();
  const { handler, closedAt } = of;
  if (handler.id === readerId) {
    return (
      <strong className="text-ink">
        {t(closedAt === null ? "supply.handledByMe" : "supply.handledByMeBefore")}
      </strong>
    );
  }
  const key = closedAt === null ? "supply.handledBy" : "supply.handledBefore";
  return t(key, { name: handler.name });
}

/** How much was too much, how much is matched and not known yet, and how much was sold. */
export function CaseKilograms({ found }: { found: SupplyCase }) {
  const t = useT();
  const kilograms = useKilograms();
  return t("supply.caseKilograms", {
    over: kilograms(found.overKg),
    open: kilograms(found.openKg),
    sold: kilograms(found.soldKg),
  });
}
