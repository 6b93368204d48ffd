import type { RecallView } from "~/domain/orders/types-recall";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Every lot under recall, and how far its buyers have been told. */
export function RecallList({ recalls }: { recalls: readonly RecallView[] }) {
  const t = useT();
  const mark = useMark();
  if (recalls.length === 0) return <p className="text-soft">{t("lots.recalledNone")}</p>;
  return (
    <ul>
      {recalls.map((recall) => (
        <li key={recall.lotCode} className="border-t border-line py-4">
          <h3 className="text-lg">
            {mark(recall.productName, "vi")}
            {" · "}
            <a className="num underline" href={paths.departmentLot(recall.lotCode)}>
              {recall.lotCode}
            </a>
          </h3>
          <p>{recall.householdName}</p>
          <p className="max-w-prose">{mark(recall.reason)}</p>
          <p className="num text-soft">
            {t("lots.recalledOn", { time: formatInstant(recall.recalledAt) })}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
            <strong className="num">
              {t("lots.toldCount", { told: recall.toldCount, orders: recall.orderCount })}
            </strong>
            <a
              className="inline-flex min-h-12 items-center"
              href={paths.departmentBuyers(recall.lotCode)}
            >
              {t("lots.buyersLink", { count: recall.orderCount })}
              <span className="sr-only"> {recall.lotCode}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
