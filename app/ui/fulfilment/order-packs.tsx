import type { HouseholdOrderView } from "~/domain/orders/types";
import { StatusMark } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { formatDate } from "~/platform/period";
import { paths } from "~/web/paths";

/** Packs of a recalled or too old lot in the order, and the way on. */
export function UnfitPacks({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const isRecalled = order.packs.some((packs) => packs.isRecalled);
  if (!isRecalled && !order.packs.some((packs) => packs.isTooOld)) return null;
  if (order.status === "shipped" || order.status === "delivered") {
    return <Notice tone="attention" title={t("lots.orderSentRecalled")} />;
  }
  return (
    <Notice tone="attention" title={isRecalled ? t("lots.orderRecalled") : t("lots.orderTooOld")}>
      <p>{t("lots.orderRecalledText")}</p>
      <form method="post" action={paths.orderLots(order.code)} className="mt-3">
        <button className="button button-main w-full">{t("lots.exchange")}</button>
      </form>
    </Notice>
  );
}

/** Which lot each pack is taken from, or was: the one that expires first is sold first. */
export function OrderPacksSection({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const mark = useMark();
  if (order.packs.length === 0) return null;
  return (
    <section className="border-t border-line py-5">
      <h2 className="text-xl">{t("lots.orderPacks")}</h2>
      <ul className="mt-2">
        {order.packs.map((packs) => (
          <li
            key={`${packs.productName} ${packs.lotCode}`}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1"
          >
            <span>
              {mark(packs.productName, "vi")}
              {": "}
              <strong className="num">{t("lots.orderPack", { count: packs.quantity })}</strong>
            </span>
            <span className="flex flex-wrap items-center gap-3">
              {packs.isRecalled ? (
                <StatusMark icon="alert" tone="persimmon" text={t("lots.mark_recalled")} />
              ) : packs.isTooOld ? (
                <StatusMark icon="alert" tone="persimmon" text={t("lots.mark_tooOld")} />
              ) : packs.expiresOn ? (
                <span className="text-soft">
                  {t("households.lotExpires")}{" "}
                  <span className="num">{formatDate(packs.expiresOn)}</span>
                </span>
              ) : null}
              <a
                className="num inline-flex min-h-12 items-center"
                href={paths.householdLot(packs.lotCode)}
              >
                {packs.lotCode}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
