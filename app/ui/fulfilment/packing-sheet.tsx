import { formatPhone } from "~/domain/identity/phone";
import type { PackingLine, PackingOrder, PackingSheet } from "~/domain/orders/types-packing";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { useBuyerName } from "~/ui/orders/buyer-name";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What to bring out of the store, then each parcel with a box to tick on paper. */
export function PackingSheetView({ sheet }: { sheet: PackingSheet }) {
  const t = useT();
  return (
    <>
      <section className="mt-6">
        <h2 className="text-2xl">{t("packing.products")}</h2>
        <ul className="mt-2 border-t border-line">
          {sheet.products.map((line) => (
            <li key={`${line.productName} ${line.packLabel}`} className="border-b border-line py-3">
              <Line line={line} />
              <p className="text-soft">{t("packing.orderCount", { count: line.orderCount })}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="mt-8">
        <h2 className="text-2xl">{t("packing.orders")}</h2>
        <ol className="mt-2 border-t border-line">
          {sheet.orders.map((order) => (
            <Parcel key={order.code} order={order} />
          ))}
        </ol>
      </section>
    </>
  );
}

function Parcel({ order }: { order: PackingOrder }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const buyerName = useBuyerName();
  const { query } = useDesk();
  const { code, pickupPoint, cashVnd, clockAt } = order;
  const place = [order.addressLine, order.communeName, order.provinceName];
  return (
    <li className="break-inside-avoid border-b border-line py-4">
      <h3 className="num text-xl">
        <a href={paths.householdOrder(code)} className="inline-flex min-h-12 items-center">
          {code}
        </a>
      </h3>
      <p>
        <strong>{buyerName(order.buyerName)}</strong>
        {order.buyerPhone === "" ? null : (
          <span className="num"> · {formatPhone(order.buyerPhone)}</span>
        )}
      </p>
      <p>
        {pickupPoint
          ? t("shipping.orderPickup", { name: mark(pickupPoint.name, "vi") })
          : mark(place.filter(Boolean).join(", "), "vi")}
      </p>
      {order.note === "" ? null : (
        <p>
          {t("packing.note")}: {mark(order.note)}
        </p>
      )}
      <ul className="my-2">
        {order.lines.map((line, i) => (
          <li key={i} className="flex items-start gap-3 py-1">
            <span aria-hidden="true" className="mt-1 size-5 flex-none border-2 border-ink" />
            <span>
              <Line line={line} />
            </span>
          </li>
        ))}
      </ul>
      <p className="font-semibold">
        {cashVnd > 0
          ? t("households.collectCash", { amount: formatVnd(cashVnd, language) })
          : t("packing.paid")}
      </p>
      {mayBePacked(order) ? (
        <form method="post" action={paths.orderPacking(code)} className="no-print mt-3">
          <input type="hidden" name="sheet" value={query.household ?? ""} />
          <button className="button button-quiet" aria-label={t("packing.packedNamed", { code })}>
            {t("packing.packed")}
          </button>
        </form>
      ) : null}
      {clockAt === null ? null : (
        <p className="no-print text-soft">{t("packing.until", { time: formatInstant(clockAt) })}</p>
      )}
    </li>
  );
}

/** What its buyer comes for is made ready on its own page, and what cannot be sent is exchanged there first. */
function mayBePacked({ pickupPoint, lines }: PackingOrder): boolean {
  return pickupPoint === null && !lines.some(({ lots }) => lots.some(({ isUnfit }) => isUnfit));
}

function Line({ line }: { line: PackingLine }) {
  const t = useT();
  const mark = useMark();
  return (
    <>
      <strong className="num text-xl">{line.quantity}</strong>
      {" × "}
      <span className="font-semibold">{mark(line.productName, "vi")}</span>
      {", "}
      {mark(line.packLabel, "vi")}
      {line.lots.map((lot) => (
        <span key={lot.lotCode} className="block text-soft">
          {t("packing.lot", { code: lot.lotCode, count: lot.quantity })}
          {lot.isUnfit ? <strong className="text-persimmon"> {t("packing.unfit")}</strong> : null}
        </span>
      ))}
    </>
  );
}
