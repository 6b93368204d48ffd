import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countBrowsers } from "~/domain/notices/queries-browsers.server";
import { buyerReach, linkPhone } from "~/domain/notices/buyer-reach.server";
import { howItStands } from "~/domain/orders/how-it-stands";
import { listRecallNotices } from "~/domain/orders/queries-packs.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { buyerStageOf, isStageOpen, liveStateOf } from "~/domain/payments/buyer-stage";
import { findCardOffer } from "~/domain/payments/queries-cards.server";
import { findOwnClaims } from "~/domain/payments/queries-claims.server";
import { findPayment } from "~/domain/payments/queries.server";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { listReturnsOfCheckout } from "~/domain/returns/queries-lists.server";
import { listReturnables } from "~/domain/returns/queries.server";
import { listReviewableLines } from "~/domain/reviews/queries-buyer.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { OwnClaims } from "~/ui/claims/own-claims";
import { ReachedBy } from "~/ui/notices/reached-by";
import { HouseholdOrder } from "~/ui/orders/household-order";
import { OrderActions } from "~/ui/orders/order-actions";
import { OrderFactsSection } from "~/ui/orders/order-facts-section";
import { OrderStatusHead } from "~/ui/orders/order-status-head";
import { RecallNotices } from "~/ui/orders/recall-notices";
import { PaymentWays } from "~/ui/payments/payment-ways";
import { ReadingOnly } from "~/ui/orders/reading-only";
import { RepeatedNotice } from "~/ui/orders/repeated-notice";
import { OrderReviews } from "~/ui/reviews/order-reviews";
import { useT } from "~/ui/site";
import { checkoutOf, readingOf } from "~/web/link-key.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  privateMeta(matches, siteOf(matches).t("orders.orderTitle", { code: data?.checkout.code ?? "" }));

// The key in the address opens the page: it must not travel to other sites or stay in a cache. Not `no-referrer`:
// with it browsers hide where the form that orders again comes from.
export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

export async function loader(args: LoaderFunctionArgs) {
  const link = await checkoutOf(args);
  const { code, mayAct } = link;
  const query = new URL(args.request.url).searchParams;
  const checkout = await findCheckout(code);
  const payment = checkout && (await findPayment(checkout.id));
  if (!checkout || !payment) throw notFound();
  const received = await listReviewableLines(code);
  const recalls = await listRecallNotices(checkout.id);
  const owed = await findBuyerRefund(checkout.id);
  // A seller who knows the number and the phone need not know the buyer's bank.
  const refund = owed && (mayAct ? owed : { ...owed, payee: null, sending: null });
  const returnables = mayAct ? await listReturnables(code) : [];
  const requests = mayAct ? await listReturnsOfCheckout(code) : [];
  const reviewed = query.get("reviewed");
  const { buyerPhone } = checkout;
  const browserCount = await countBrowsers(checkout.id);
  const told = { reach: buyerReach(), browserCount, told: query.get("told"), buyerPhone, link };
  const shown = mayAct ? checkout : howItStands(checkout);
  const claims = mayAct ? await findOwnClaims(checkout.id, payment) : null;
  const card = mayAct ? await findCardOffer(checkout.id, payment) : null;
  const paying = { card, hasReturned: query.get("card") === "returned" };
  const bought = { checkout: shown, payment, refund, recalls, received, claims, link, told };
  const reading = readingOf(args, link, linkPhone(buyerPhone));
  const mine = { paying, returnables, requests, reading, reviewed };
  return { ...bought, ...mine, isRepeated: query.has("repeated") };
}

export default function OrderPage() {
  const page = useLoaderData<typeof loader>();
  const { checkout, payment, recalls, received, reviewed, isRepeated } = page;
  const { key, mayAct } = page.link;
  const t = useT();
  const stage = buyerStageOf(checkout, payment);
  const live = isStageOpen(stage)
    ? {
        "data-live-status": paths.orderStatus(checkout.code, key),
        "data-live-state": liveStateOf(checkout, payment),
      }
    : {};
  return (
    <div {...live}>
      <RecallNotices recalls={recalls} />
      <ReadingOnly reading={page.reading} />
      {isRepeated ? <RepeatedNotice /> : null}
      <OrderStatusHead
        checkout={checkout}
        payment={payment}
        stage={stage}
        refund={page.refund}
        link={page.link}
      />
      <PaymentWays {...page.paying} checkout={checkout} payment={payment} orderKey={key} />
      {page.claims ? <OwnClaims {...page.claims} link={page.link} /> : null}
      {mayAct ? (
        <OrderReviews lines={received} order={{ code: checkout.code, key }} reviewed={reviewed} />
      ) : null}
      <div className="mt-6 grid gap-x-12 md:grid-cols-[1fr_20rem]">
        <section aria-labelledby="ordered">
          <h2 id="ordered" className="mb-3 text-xl">
            {mayAct ? t("orders.ordered") : t("orders.progress")}
          </h2>
          {checkout.orders.map((order) => (
            <HouseholdOrder key={order.code} order={order} orderKey={key}>
              <OrderActions
                order={order}
                method={checkout.method}
                link={page.link}
                returnable={page.returnables.find((one) => one.orderCode === order.code)}
                requests={page.requests.filter((one) => one.orderCode === order.code)}
              />
            </HouseholdOrder>
          ))}
        </section>
        <OrderFactsSection checkout={checkout} orderKey={key} mayAct={mayAct}>
          {mayAct ? <ReachedBy {...page.told} /> : null}
        </OrderFactsSection>
      </div>
    </div>
  );
}
