import type { BankShares, ShareOfBank } from "~/domain/settlement/types-reconciliation";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";

/** Whose the money in the bank is: what is held for others and of our own, less what is not there, is what is there. */
export function BankShareTable({ shares }: { shares: BankShares }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="mt-8 max-w-prose" aria-labelledby="shares">
      <h2 id="shares" className="text-xl">
        {t("reconciliation.sharesTitle")}
      </h2>
      <p className="mt-1 text-soft">{t("reconciliation.sharesLead")}</p>
      <table className="table mt-2">
        <ShareGroup title={t("reconciliation.sharesHeld")} shares={shares.held} />
        <ShareGroup title={t("reconciliation.sharesOutside")} shares={shares.outside} />
        <tfoot>
          <tr className="border-t-2 border-ink font-semibold">
            <th scope="row">{t("reconciliation.account_bank_text")}</th>
            <td className="amount">
              <Money amountVnd={shares.bankVnd} language={language} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function ShareGroup({ title, shares }: { title: string; shares: readonly ShareOfBank[] }) {
  const t = useT();
  const language = useLanguage();
  if (shares.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className="pt-4 text-soft">
          {title}
        </th>
      </tr>
      {shares.map(({ kind, side, amountVnd }) => (
        <tr key={kind}>
          <th scope="row" className="font-medium">
            {kind === "voucher"
              ? t(`reconciliation.voucherShare_${side}_text`)
              : t(`reconciliation.account_${kind}_text`)}
          </th>
          <td className="amount">
            <Money amountVnd={side === "credit" ? amountVnd : -amountVnd} language={language} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
