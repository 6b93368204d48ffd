import { differenceOf, isBalanced, type PotBalance } from "~/domain/settlement/reconciliation";
import { payeePlaceName } from "~/domain/settlement/wallets";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** Who holds how much of the money: by the ledger, by our records, by their own word. The result first, for a phone. */
export function PotTable({ balances }: { balances: readonly PotBalance[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="mt-8" aria-labelledby="pots">
      <h2 id="pots" className="text-xl">
        {t("reconciliation.potsTitle")}
      </h2>
      <ScrollRegion label={t("reconciliation.potsScroll")}>
        <table className="table mt-2">
          <thead>
            <tr>
              <th scope="col">{t("reconciliation.columnPot")}</th>
              <th scope="col" className="amount">
                {t("reconciliation.columnDifference")}
              </th>
              <th scope="col" className="amount">
                {t("reconciliation.columnLedger")}
              </th>
              <th scope="col" className="amount">
                {t("reconciliation.columnRecords")}
              </th>
              <th scope="col" className="amount">
                {t("reconciliation.columnWord")}
              </th>
            </tr>
          </thead>
          <tbody>
            {balances.map((balance) => (
              <tr key={balance.pot + balance.ownerId}>
                <th scope="row" className="min-w-36 font-medium">
                  {balance.ownerId === ""
                    ? t(`reconciliation.pot_${balance.pot}_text`)
                    : payeePlaceName(balance.ownerId)}
                </th>
                <td className="amount">
                  <Result balance={balance} />
                </td>
                <td className="amount">
                  <Money amountVnd={balance.ledgerVnd} language={language} />
                </td>
                <td className="amount">
                  <Money amountVnd={balance.recordsVnd} language={language} />
                </td>
                <td className="amount">
                  <Word balance={balance} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Result({ balance }: { balance: PotBalance }) {
  const t = useT();
  const language = useLanguage();
  if (isBalanced(balance)) {
    // Whoever has it has said nothing yet: only our own books agree.
    if (balance.wordState === "not_told" || balance.wordState === "unreachable") {
      return <span className="text-soft">{t("reconciliation.balancedRecords")}</span>;
    }
    return <span className="font-medium text-leaf">{t("reconciliation.balanced")}</span>;
  }
  const amount = formatVnd(differenceOf(balance), language);
  return (
    <strong className="num whitespace-nowrap text-persimmon">
      {t("reconciliation.differsBy", { amount })}
    </strong>
  );
}

function Word({ balance }: { balance: PotBalance }) {
  const t = useT();
  const language = useLanguage();
  const { wordState, wordVnd, wordAsOf, pendingVnd } = balance;
  if (wordVnd === null || wordAsOf === null) {
    return (
      <span className="text-soft">{t(`reconciliation.word_${wordState}_text`, { time: "" })}</span>
    );
  }
  return (
    <>
      <Money amountVnd={wordVnd} language={language} />
      <span className="block text-sm text-soft">
        {t("reconciliation.word_told_text", { time: formatInstant(wordAsOf) })}
      </span>
      {pendingVnd === 0 ? null : (
        <span className="num block text-sm text-soft">
          {t("reconciliation.pending", { amount: formatVnd(pendingVnd, language) })}
        </span>
      )}
    </>
  );
}
