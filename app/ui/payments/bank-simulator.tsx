import { useForm, type SubmissionResult } from "@conform-to/react";
import { findBank } from "~/domain/payments/banks";
import type { PaymentView } from "~/domain/payments/types";
import type { VietQrParsed } from "~/domain/payments/vietqr-parse";
import { Fact } from "~/ui/catalog/product-facts";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/**
 * What a bank's app would show after scanning the order's QR, read back from the QR itself. Amount and memo can
 * be changed to see what a short, a double or a nameless transfer does.
 */
export function BankSimulator(props: {
  code: string;
  orderKey: string;
  payment: PaymentView;
  qr: VietQrParsed | null;
  submission: SubmissionResult | null;
}) {
  const { code, orderKey, payment, qr } = props;
  const t = useT();
  const language = useLanguage();
  const [form, fields] = useForm<{ amountVnd: string; memo: string }>({
    id: "transfer",
    lastResult: props.submission,
    defaultValue: {
      amountVnd: String(qr?.amountVnd ?? payment.dueVnd),
      memo: qr?.memo ?? payment.memo,
    },
  });
  const account = qr?.payee.scheme === "napas" ? qr.payee : payment;
  return (
    <div className="mx-auto max-w-md">
      <h1 className="mt-4 text-3xl">{t("payments.simulatorTitle")}</h1>
      <Notice tone="plain">
        <p>{t("payments.simulatorText")}</p>
      </Notice>
      {qr ? null : <Notice tone="attention" title={t("payments.simulatorNothingDue")} />}
      <form
        method="post"
        id={form.id}
        action={paths.bankSimulator(language, { code, key: orderKey })}
        noValidate
        className="card px-5 py-4"
      >
        <FormErrors form={form} />
        <dl className="facts">
          <Fact term={t("payments.bank")}>
            {findBank(account.bankBin)?.shortName ?? account.bankBin}
          </Fact>
          <Fact term={t("payments.accountNumber")}>{account.accountNumber}</Fact>
          <Fact term={t("payments.accountName")}>{payment.accountName}</Fact>
        </dl>
        <TextField
          field={fields.amountVnd}
          label={t("payments.simulatorAmount")}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField field={fields.memo} label={t("payments.memo")} autoComplete="off" optional />
        <button className="button button-main w-full">{t("payments.simulatorSend")}</button>
      </form>
      <p className="mt-4">
        <a href={paths.order(language, code, orderKey)}>{t("payments.backToOrder")}</a>
      </p>
    </div>
  );
}
