import type { DisbursementView, PayeeAccount } from "~/domain/settlement/types-disbursements";
import { Fact } from "~/ui/catalog/product-facts";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useSite, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The account in full, and of what is approved the QR that the bank's app reads: nobody types a number. */
export function PayeeToSend(props: {
  disbursement: DisbursementView;
  account: PayeeAccount;
  /** Drawn on the server; null where nothing is to be sent. */
  qr: string | null;
}) {
  const t = useT();
  const language = useLanguage();
  const { isDemo } = useSite();
  const { disbursement, account, qr } = props;
  return (
    <div className="mt-4 grid items-start gap-x-10 gap-y-6 md:grid-cols-[18rem_1fr]">
      {qr === null ? null : (
        <figure className="mx-auto w-full max-w-72">
          <div
            className="overflow-hidden rounded-lg border border-line [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
            dangerouslySetInnerHTML={{ __html: qr }}
          />
          <figcaption className="mt-2 text-center text-sm text-soft">
            {t("money.qrHint")}
          </figcaption>
        </figure>
      )}
      <div>
        <dl className="facts">
          <Fact term={t("money.payeeBank")}>{disbursement.bankName}</Fact>
          <Fact term={t("money.payeeNumber")}>
            <AccountNumber digits={account.accountNumber} />
          </Fact>
          <Fact term={t("money.payeeName")}>{account.accountName}</Fact>
          <Fact term={t("money.amount")}>
            <strong>
              <Money amountVnd={disbursement.amountVnd} language={language} />
            </strong>
          </Fact>
          <Fact term={t("money.memo")}>
            <strong className="num">{disbursement.code}</strong>
          </Fact>
        </dl>
        {qr === null ? (
          <Notice tone="attention" title={t(`money.notToSend_${disbursement.status}`)} />
        ) : (
          <>
            <p className="mt-3 max-w-prose">{t("money.sendText")}</p>
            {isDemo ? (
              <form
                method="post"
                action={paths.disbursementSimulation(disbursement.code)}
                className="mt-4"
              >
                <button className="button button-main">{t("money.simulate")}</button>
              </form>
            ) : null}
          </>
        )}
      </div>
    </div>
  );
}

/** In groups of four, which the eye can follow; a copy of it has no gaps. */
function AccountNumber({ digits }: { digits: string }) {
  return (
    <span className="num text-lg font-semibold">
      {(digits.match(/.{1,4}/g) ?? []).map((group, i) => (
        <span key={i} className="mr-1 inline-block">
          {group}
        </span>
      ))}
    </span>
  );
}
