import { awaitsHousehold } from "~/domain/joining/joining-state";
import type { Checklist, ChecklistItem } from "~/domain/joining/types";
import { useDesk } from "~/ui/households/use-desk";
import { useBilingual } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { useFactWay, type Way } from "./fact-way";
import { ItemMark } from "./item-mark";
import { ItemReason } from "./item-reason";

/** What is asked of a household, each with how it stands and the way to do it. */
export function HouseholdChecklist({ checklist }: { checklist: Checklist }) {
  const t = useT();
  const { items } = checklist;
  const done = items.filter(({ state }) => state === "done" || state === "waived").length;
  return (
    <>
      <p className="num mt-3 font-semibold">{t("joining.progress", { done, all: items.length })}</p>
      <ol className="mt-3 border-t border-line">
        {items.map((item) => (
          <ChecklistRow key={item.id} item={item} />
        ))}
      </ol>
    </>
  );
}

function ChecklistRow({ item }: { item: ChecklistItem }) {
  const t = useT();
  const inBoth = useBilingual();
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-60 text-lg">{inBoth(item.titleVi, item.titleEn)}</h2>
        <ItemMark item={item} />
      </div>
      {item.hintVi === "" ? null : (
        <p className="mt-1 text-soft">{inBoth(item.hintVi, item.hintEn)}</p>
      )}
      {item.isRequired || !awaitsHousehold(item) ? null : (
        <p className="text-soft">{t("joining.optional")}</p>
      )}
      <ItemReason item={item} />
      <WayOn item={item} />
    </li>
  );
}

function WayOn({ item }: { item: ChecklistItem }) {
  const t = useT();
  const inBoth = useBilingual();
  const { query } = useDesk();
  const way = useWayOn(item);
  if (way === null) return null;
  if (way.href === null) return <p className="mt-2 text-soft">{t("joining.householdOnly")}</p>;
  const isTurn = awaitsHousehold(item);
  const href = way.href === "item" ? paths.joiningItem(item.id, query) : way.href;
  return (
    <p className="mt-3">
      <a
        className={`button w-full ${isTurn && item.isRequired ? "button-main" : "button-quiet"}`}
        href={href}
        aria-label={t("joining.goNamed", {
          action: way.text,
          title: inBoth(item.titleVi, item.titleEn),
        })}
      >
        {way.text}
      </a>
    </p>
  );
}

/** Where it is done; without an address where only the household itself may, null where there is nothing to do. */
function useWayOn({ kind, fact, state }: ChecklistItem): Way | null {
  const t = useT();
  const { may } = useDesk();
  const wayOf = useFactWay();
  const isTurn = awaitsHousehold({ state });
  if (kind === "attested" && isTurn) {
    return { text: t("joining.goAttest"), href: may("household.declare") ? "item" : null };
  }
  if (kind === "verified" && isTurn) return { text: t("joining.goSend"), href: "item" };
  if (kind !== "computed" || fact === null) return { text: t("joining.goSeen"), href: "item" };
  return isTurn ? wayOf(fact) : null;
}
