import type { ReactNode } from "react";
import type { PaymentView } from "~/domain/payments/types";
import { formatVnd } from "~/platform/money";
import { LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useSite, useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Transfer = { code: string; orderKey: string; payment: PaymentView; payBy: number | null };

/** How to transfer what is still to be paid. Who chose cash at the door finds it folded away. */
export function TransferInstructions(props: Transfer) {
  const t = useT();
  const { method } = props.payment;
  if (method === "cod") {
    return (
      <details className="no-print mt-6 border-y border-line">
        <summary className="min-h-12 cursor-pointer py-3 font-semibold">
          {t("payments.doorPayNow")}
        </summary>
        <p className="max-w-prose">{t("payments.doorLead")}</p>
        <Instructions {...props} />
      </details>
    );
  }
  return (
    <section className="no-print mt-6 border-y border-line">
      {method === "vietqr_on_delivery" ? (
        <p className="mt-4 max-w-prose">{t("payments.doorLead")}</p>
      ) : null}
      {method === "mobile_money" ? (
        <p className="mt-4 max-w-prose">{t("payments.mobileMoneyLead")}</p>
      ) : null}
      <Instructions {...props} />
    </section>
  );
}

/** The QR to scan, and the same one by one for whoever is on the phone that shows it. */
function Instructions(props: Transfer) {
  const { code, orderKey, payment } = props;
  const t = useT();
  const language = useLanguage();
  const { isDemo } = useSite();
  const amount = formatVnd(payment.remainingVnd, language);
  return (
    <div className="grid items-start gap-x-12 gap-y-6 py-6 md:grid-cols-[20rem_1fr]">
      <QrFigure code={code} orderKey={orderKey} memo={payment.memo} amount={amount} />
      <div>
        <h2 className="text-xl">{t("payments.transferTitle")}</h2>
        <dl className="mt-2">
          <Item term={t("payments.bank")} value={payment.bankName ?? payment.bankBin} />
          <Item
            term={t("payments.accountNumber")}
            value={payment.accountNumber}
            copy={payment.accountNumber}
          />
          <Item term={t("payments.accountName")} value={payment.accountName} />
          <Item
            term={t("payments.amount")}
            value={amount}
            copy={String(payment.remainingVnd)}
            strong
          />
          <Item term={t("payments.memo")} value={payment.memo} copy={payment.memo} strong />
        </dl>
        <p className="mt-2 text-sm text-soft">{t("payments.memoHint")}</p>
        {props.payBy === null ? null : (
          <p className="mt-4 font-medium text-persimmon">
            {t("payments.heldUntil")} <LocalTime instant={props.payBy} />
          </p>
        )}
        <p className="mt-4 flex flex-wrap gap-3">
          <a className="button button-quiet" href={paths.order(language, code, orderKey)}>
            {t("payments.lookAgain")}
          </a>
          {isDemo ? (
            <a
              className="button button-main"
              href={paths.bankSimulator(language, { code, key: orderKey })}
            >
              {t("payments.openSimulator")}
            </a>
          ) : null}
        </p>
      </div>
    </div>
  );
}

/** The QR, and how to have it on the phone that is to pay. */
function QrFigure(props: { code: string; orderKey: string; memo: string; amount: string }) {
  const { code, orderKey, memo, amount } = props;
  const t = useT();
  return (
    <figure className="mx-auto w-full max-w-80">
      <img
        src={paths.orderQr(code, orderKey)}
        alt={t("payments.qrAlt", { amount, memo })}
        width={320}
        height={320}
        className="w-full rounded-lg border border-line"
      />
      <figcaption className="mt-2 text-center text-sm text-soft">{t("payments.qrHint")}</figcaption>
      <p className="mt-4 text-center text-sm text-soft">{t("payments.qrSaveHint")}</p>
      <p className="mt-2 text-center">
        <a
          className="button button-quiet"
          href={paths.orderQrPicture(code, orderKey)}
          download={`vietqr-${code}.png`}
        >
          {t("payments.qrSave")}
        </a>
      </p>
    </figure>
  );
}

function Item(props: { term: string; value: ReactNode; copy?: string; strong?: true }) {
  const t = useT();
  return (
    <div className="min-h-14 border-b border-line py-1">
      <dt className="text-sm text-soft">{props.term}</dt>
      <dd className="flex flex-wrap items-center justify-between gap-x-4">
        <span className={props.strong ? "num text-xl font-bold" : "num font-medium"}>
          {props.value}
        </span>
        {props.copy ? (
          <button
            type="button"
            hidden
            data-copy={props.copy}
            data-copied={t("payments.copied")}
            aria-label={t("payments.copyItem", { item: props.term })}
            className="button button-quiet mb-1"
          >
            {t("payments.copy")}
          </button>
        ) : null}
      </dd>
    </div>
  );
}
