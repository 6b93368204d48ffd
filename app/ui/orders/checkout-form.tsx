import { useForm, type SubmissionResult } from "@conform-to/react";
import { ADDRESSES_MAX } from "~/domain/buyers/book-sizes";
import type { Address, Receiver } from "~/domain/buyers/types";
import { isService } from "~/domain/catalog/ocop-sets";
import { offeredMethods } from "~/domain/orders/offered-methods";
import type { Quote } from "~/domain/orders/types";
import { formatVnd } from "~/platform/money";
import { AddressButtons } from "~/ui/buyers/address-buttons";
import { FormErrors, TextAreaField, type AnyField } from "~/ui/primitives/form";
import { TickField } from "~/ui/primitives/tick-field";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import type { QuotedVoucher } from "~/domain/vouchers/quoted-voucher";
import { VoucherField } from "./voucher-field";
import { CheckoutSummary } from "./checkout-summary";
import { MethodField } from "./method-field";
import { PickupFields } from "./pickup-fields";
import { shownText } from "./quote";
import { ReceiverFields, type CheckoutPlaces, type ReceiverFieldName } from "./receiver-fields";

type Fields = Record<
  ReceiverFieldName | "note" | "method" | "isAdult" | "keepAddress" | "voucherCode",
  string
>;

/** Who buys, where to, how it is paid, what it costs: one page, no account; a member's is filled in. */
export function CheckoutForm(props: {
  quote: Quote;
  quoted: QuotedVoucher;
  places: CheckoutPlaces;
  submissionKey: string;
  takesCards: boolean;
  submission: SubmissionResult | null;
  receiver: Receiver | null;
  /** Null for a guest. */
  addresses: readonly Address[] | null;
}) {
  const { quote, quoted, places, addresses } = props;
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<Fields>({
    id: "checkout",
    lastResult: props.submission,
    defaultValue: { method: "vietqr", provinceCode: places.provinceCode, ...props.receiver },
  });
  const isFetched = quote.households.every((one) => !one.hasGoods || one.pickupPoint !== null);
  const { hasAlcohol } = quote;
  const { voucher } = quoted;
  const dueVnd = (quote.totalVnd ?? 0) - (voucher?.amountVnd ?? 0);
  const isAllPaid = voucher !== null && dueVnd === 0;
  const { takesCards } = props;
  const methods = offeredMethods({ hasAlcohol, dueVnd, takesCards });
  return (
    <form
      method="post"
      id={form.id}
      action={paths.checkout(language)}
      noValidate
      className="grid gap-x-12 lg:grid-cols-[1fr_22rem]"
    >
      {/* What Enter presses; the province button comes before the one that orders. */}
      <button hidden>{t("orders.toCheckout")}</button>
      <input type="hidden" name="submissionKey" value={props.submissionKey} />
      <div>
        <FormErrors form={form} />
        <h2 className="text-xl">{t("orders.receiver")}</h2>
        <AddressButtons addresses={addresses ?? []} />
        <ReceiverFields fields={fields} places={places} isFetched={isFetched} />
        {addresses && addresses.length < ADDRESSES_MAX ? (
          <TickField field={fields.keepAddress} text={t("account.keepAddress")} optional />
        ) : null}
        <NoteField quote={quote} field={fields.note} />
        <PickupFields households={quote.households} />
        {isAllPaid ? (
          <input type="hidden" name="method" value="vietqr" />
        ) : (
          <MethodField field={fields.method} methods={methods} />
        )}
        {quote.hasAlcohol ? <TickField field={fields.isAdult} text={t("orders.adult")} /> : null}
      </div>
      <CheckoutSummary quote={quote} voucher={voucher}>
        <VoucherField field={fields.voucherCode} quoted={quoted} />
        <input type="hidden" name="expectedTotalVnd" value={dueVnd} />
        <input type="hidden" name="shown" value={shownText(quote)} />
        <OrderButton quote={quote} dueVnd={dueVnd} />
      </CheckoutSummary>
    </form>
  );
}

/** A stay or a meal is for a day, which only the buyer knows. */
function NoteField({ quote, field }: { quote: Quote; field: AnyField }) {
  const t = useT();
  if (!quote.lines.some((line) => line.problem === null && isService(line.ocopSet))) {
    return <TextAreaField field={field} label={t("orders.note")} rows={2} optional />;
  }
  return (
    <TextAreaField
      field={field}
      label={t("orders.serviceDay")}
      hint={t("orders.serviceDayHint")}
      rows={2}
    />
  );
}

/** What cannot be ordered as it is has no button that would only be refused: it leads back to the cart. */
function OrderButton({ quote, dueVnd }: { quote: Quote; dueVnd: number }) {
  const t = useT();
  const language = useLanguage();
  if (quote.lines.some((line) => line.problem !== null)) {
    return (
      <a id="place-order" className="button button-main mt-5 w-full" href={paths.cart(language)}>
        {t("orders.reviewCart")}
      </a>
    );
  }
  return (
    <button id="place-order" className="button button-main mt-5 w-full">
      {t("orders.placeOrder", { total: formatVnd(dueVnd, language) })}
    </button>
  );
}
