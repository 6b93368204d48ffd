import type { HarvestStatus } from "~/domain/preorders/harvest-status";
import type { HarvestView, ListedPreorder } from "~/domain/preorders/types";
import { formatPhone } from "~/domain/identity/phone";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { Fact } from "~/ui/catalog/product-facts";
import { LocalTime } from "~/ui/primitives/local-time";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { PreorderStatusMark } from "./preorder-status-mark";

/** A household's list: how full it is, who is on it, and what may be done with it. */
export function HarvestDesk({ harvest, slug }: { harvest: HarvestView; slug: string }) {
  const t = useT();
  const language = useLanguage();
  const days = { from: formatDate(harvest.harvestFrom), to: formatDate(harvest.harvestTo) };
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <PreorderStatusMark status={harvest.status} />
        {harvest.isSample ? <span className="text-soft">{t("preorders.sample")}</span> : null}
      </p>
      <p className="mt-3 text-lg">
        {t("preorders.promised", {
          promised: formatInteger(harvest.promisedCount, language),
          cap: formatInteger(harvest.capCount, language),
          waiting: formatInteger(harvest.waitingCount, language),
        })}
      </p>
      <dl className="facts">
        <Fact term={t("preorders.harvest")}>{t("preorders.harvestDays", days)}</Fact>
        <Fact term={t("preorders.closesOn")}>{formatDate(harvest.closesOn)}</Fact>
        <Fact term={t("preorders.unitPrice")}>{formatVnd(harvest.unitPriceVnd, language)}</Fact>
      </dl>
      <Moves harvest={harvest} slug={slug} />
      <section className="mt-6" aria-labelledby="list">
        <h2 id="list" className="text-xl">
          {t("preorders.list")}
        </h2>
        {harvest.preorders.length === 0 ? (
          <p className="mt-1 text-soft">{t("preorders.listNone")}</p>
        ) : null}
        <ol>
          {harvest.preorders.map((one) => (
            <ListRow key={one.code} preorder={one} slug={slug} />
          ))}
        </ol>
      </section>
    </>
  );
}

function ListRow({ preorder, slug }: { preorder: ListedPreorder; slug: string }) {
  const t = useT();
  const buyerName = useBuyerName();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3">
      <span>
        <strong>{buyerName(preorder.buyerName)}</strong> ·{" "}
        {t("preorders.listPacks", { count: preorder.packCount })}
        <span className="num block text-sm text-soft">
          {preorder.buyerPhone === "" ? null : (
            <a className="inline-flex min-h-12 items-center" href={`tel:${preorder.buyerPhone}`}>
              {formatPhone(preorder.buyerPhone)}
            </a>
          )}{" "}
          · <LocalTime instant={preorder.placedAt} />
        </span>
      </span>
      <span className="text-right">
        <PreorderStatusMark status={preorder.status} />
        {preorder.checkoutCode === null ? null : (
          <span className="num block text-sm text-soft">
            {preorder.checkoutCode}
            {preorder.outcome === null ? null : `, ${t(`preorders.list_${preorder.outcome}`)}`}
          </span>
        )}
      </span>
      {preorder.status === "waiting" ? (
        <details className="w-full">
          <summary className="min-h-12 cursor-pointer py-3">
            {t("preorders.remove")}
            <span className="sr-only"> {preorder.code}</span>
          </summary>
          <form method="post" action={paths.productHarvest(slug)}>
            <input type="hidden" name="code" value={preorder.code} />
            <label htmlFor={`reason-${preorder.code}`}>{t("preorders.removeReason")}</label>
            <input id={`reason-${preorder.code}`} name="reason" type="text" className="w-full" />
            <button className="button button-danger mt-2">{t("preorders.remove")}</button>
          </form>
        </details>
      ) : null}
    </li>
  );
}

function Moves({ harvest, slug }: { harvest: HarvestView; slug: string }) {
  const t = useT();
  const { id, status } = harvest;
  if (status === "ended") return null;
  return (
    <div className="mt-4">
      <MoveButton slug={slug} id={id} to={status === "open" ? "closed" : "open"} />
      <details className="mt-2 border-t border-line">
        <summary className="min-h-12 cursor-pointer py-3 font-semibold">
          {t("preorders.move_ended")}
        </summary>
        <p className="mb-3 max-w-prose">{t("preorders.endedText")}</p>
        <MoveButton slug={slug} id={id} to="ended" />
      </details>
    </div>
  );
}

function MoveButton({ slug, id, to }: { slug: string; id: string; to: HarvestStatus }) {
  const t = useT();
  return (
    <form method="post" action={paths.productHarvest(slug)}>
      <input type="hidden" name="harvestId" value={id} />
      <input type="hidden" name="to" value={to} />
      <button className={`button w-full ${to === "ended" ? "button-danger" : "button-quiet"}`}>
        {t(`preorders.move_${to}`)}
      </button>
    </form>
  );
}
