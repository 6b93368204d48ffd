import { contractLineVnd } from "~/domain/contracts/contract-terms";
import type { ContractVersionView, ContractView } from "~/domain/contracts/types";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { Fact } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";

/** What was offered, in the reader's language, with how far it has come. */
export function ContractTermsList(props: {
  version: ContractVersionView;
  progress: ContractView["progress"];
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { version, progress } = props;
  const amount = (count: number) => formatInteger(count, language);
  return (
    <section className="mt-6" aria-labelledby="goods">
      <h2 id="goods" className="text-xl">
        {t("contracts.goods")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {version.lines.map((line) => {
          const done = progress.find(({ productId }) => productId === line.productId);
          return (
            <li
              key={line.productId}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-3"
            >
              <span className="font-semibold">
                {mark(`${line.productName} (${line.packLabel})`, "vi")}
              </span>
              <span className="num ml-auto text-right">
                {t("contracts.packsOf", {
                  packs: amount(line.quantity),
                  price: formatVnd(line.unitPriceVnd, language),
                })}{" "}
                = <strong>{formatVnd(contractLineVnd(line), language)}</strong>
              </span>
              {done ? (
                <span className="w-full text-sm text-soft">
                  {t("contracts.progress", {
                    ordered: amount(done.orderedCount),
                    delivered: amount(done.deliveredCount),
                    packs: amount(line.quantity),
                  })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <TermFacts version={version} />
    </section>
  );
}

function TermFacts({ version }: { version: ContractVersionView }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <dl className="facts">
      <Fact term={t("contracts.itemsTotal")}>
        <strong className="num text-lg">{formatVnd(version.itemsVnd, language)}</strong>
      </Fact>
      <Fact term={t("contracts.shipping")}>
        {version.shippingVnd === 0
          ? t("contracts.shippingFree")
          : formatVnd(version.shippingVnd, language)}
      </Fact>
      <Fact term={t("contracts.deliverBy")}>
        {t("contracts.deliverByText", {
          count: version.deliveriesMax,
          date: formatDate(version.deliverBy),
        })}
      </Fact>
      <Fact term={t("contracts.payment")}>
        {t(`contracts.payment_${version.method}`, { days: version.paymentDays })}
      </Fact>
      {version.extraTerms === "" ? null : (
        <Fact term={t("contracts.extraTerms")}>
          <span className="whitespace-pre-line">{mark(version.extraTerms, "vi")}</span>
        </Fact>
      )}
    </dl>
  );
}
