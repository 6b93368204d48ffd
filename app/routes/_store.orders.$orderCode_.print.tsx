import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPrintedSellers } from "~/domain/orders/queries-print.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { findPayment } from "~/domain/payments/queries.server";
import { refundedOfCheckout } from "~/domain/returns/queries-lists.server";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { printedKindOf } from "~/domain/orders/printed-kind";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { PrintedOrder } from "~/ui/orders/printed-order";
import { useLanguage, useT } from "~/ui/site";
import { acting, checkoutOf } from "~/web/link-key.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  privateMeta(
    matches,
    siteOf(matches).t(`orders.printTitle_${printedKindOf(data?.checkout.status ?? "accepted")}`, {
      code: data?.checkout.code ?? "",
    }),
  );

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/** The buyer's copy of what was agreed, on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await acting(checkoutOf(args));
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment) throw notFound();
  const sellers = await listPrintedSellers(code);
  const returnedVnd = await refundedOfCheckout(code);
  const refund = await findBuyerRefund(checkout.id);
  return { key, checkout, payment, refund, sellers, returnedVnd };
}

export default function PrintedOrderPage() {
  const { key, checkout, ...rest } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-3xl">
      <div className="no-print">
        <BackLink
          href={paths.order(language, checkout.code, key)}
          text={t("orders.orderTitle", { code: checkout.code })}
        />
        <p className="mb-4 text-soft">{t("orders.printHint")}</p>
      </div>
      <PrintedOrder checkout={checkout} {...rest} />
    </div>
  );
}
